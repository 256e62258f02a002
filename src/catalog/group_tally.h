// SPDX-License-Identifier: Apache-2.0
// group_tally.h — in how many groups of hits each value of an attribute is.
//
// Threads:  one thread.
// Cost:     one look at the values of each hit, and a sort of the hits by group.
#ifndef SIGNPOST_CATALOG_GROUP_TALLY_H_
#define SIGNPOST_CATALOG_GROUP_TALLY_H_

#include <optional>
#include <string>
#include <vector>

#include <signpost/search.h>

#include "catalog/hit_source.h"
#include "facet/tally.h"
#include "index/corpora.h"

namespace signpost::catalog {

// Groups `hits` by one attribute and counts the values of another: sets the counts of `values`, which are all that hits have, and
// returns the statistics of the numbers, each once for a group; none when no hit has any.
std::optional<FacetStats> CountInGroups(const index::Corpora& corpora, const Documents& hits,
                                        const std::string& group_attribute, const std::string& counted_attribute,
                                        std::vector<facet::CountedValue>* values);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_GROUP_TALLY_H_
