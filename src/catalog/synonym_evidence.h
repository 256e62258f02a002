// SPDX-License-Identifier: Apache-2.0
// synonym_evidence.h — which sides of synonyms the documents of a view hold, for the linter (rules/synonym_lint.h).
//
// Sees:     live documents of every audience: what the owner sees.
// Threads:  const methods may run concurrently.
// Cost:     as planning the side for a query in each language that it applies to.
#ifndef SIGNPOST_CATALOG_SYNONYM_EVIDENCE_H_
#define SIGNPOST_CATALOG_SYNONYM_EVIDENCE_H_

#include <string_view>
#include <vector>

#include <signpost/synonyms.h>

#include "index/view.h"
#include "segment/corpus.h"

namespace signpost::catalog {

class SynonymEvidence {
 public:
  // `view` must outlive it.
  explicit SynonymEvidence(const index::View& view);

  // True when a document in a language that the synonym applies to holds `side`, its placeholder or else one of its texts, in
  // any form.
  bool Holds(const Synonym& synonym, std::string_view side) const;

 private:
  std::vector<segment::Corpus> corpora_;  // one a language
};

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_SYNONYM_EVIDENCE_H_
