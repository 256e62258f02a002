// SPDX-License-Identifier: Apache-2.0
// evaluate.h — a filter and a segment -> the documents that it lets through.
//
// Threads:  functions of their arguments.
// Cost:     a text costs the reading of its documents' set; numbers a look at every document of the segment, or at those alone
//           that other filters leave, when these are few. Filters that must all hold are taken rarest first.
#ifndef SIGNPOST_FILTER_EVALUATE_H_
#define SIGNPOST_FILTER_EVALUATE_H_

#include <absl/status/status.h>
#include <signpost/filter.h>
#include <signpost/settings.h>

#include "segment/doc_set.h"
#include "segment/live_segment.h"

namespace signpost::filter {

// Attributes that can be filtered by without a word in the settings.
inline constexpr std::string_view kObjectIdAttribute = "objectID";
inline constexpr std::string_view kLangAttribute = "lang";

// InvalidArgument: an attribute that the settings do not name, kNot without its one part, a number that is none, or too much of
// it; names `parameter` and what it is.
absl::Status CheckFilter(std::string_view parameter, const Filter& filter, const Settings& settings);

// Returns the live documents that `filter` lets through. REQUIRES: CheckFilter was passed.
segment::DocSet Evaluate(const Filter& filter, const segment::LiveSegment& live);

}  // namespace signpost::filter

#endif  // SIGNPOST_FILTER_EVALUATE_H_
