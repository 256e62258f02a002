// SPDX-License-Identifier: Apache-2.0
// filter_input.h — what bytes mean to the fuzzer of filters: the text of each kind of filter.
#ifndef SIGNPOST_TESTS_FUZZ_FILTER_INPUT_H_
#define SIGNPOST_TESTS_FUZZ_FILTER_INPUT_H_

#include <string>
#include <string_view>

#include <signpost/filter.h>

namespace signpost::filter {

// Returns what does not hold of reading `bytes`, or "": a filter that is read prints as a text that is read as the same.
inline std::string BrokenFilter(std::string_view bytes) {
  auto broken = [](const absl::StatusOr<Filter>& read) {
    if (!read.ok()) return false;
    const std::string text = FilterText(*read);
    const absl::StatusOr<Filter> again = ParseFilters(text);
    return !again.ok() || FilterText(*again) != text;
  };
  const Value text{std::string(bytes)};
  if (broken(ParseFilters(bytes))) return "filters: what was read is not read again as the same";
  if (broken(ParseFacetFilters(text))) return "facetFilters: what was read is not read again as the same";
  if (broken(ParseNumericFilters(text))) return "numericFilters: what was read is not read again as the same";
  if (broken(ParseTagFilters(text))) return "tagFilters: what was read is not read again as the same";
  const absl::StatusOr<std::vector<OptionalFilter>> optional = ParseOptionalFilters(text);
  return optional.ok() && optional->size() > 1 ? "optionalFilters: one text is several filters" : "";
}

}  // namespace signpost::filter

#endif  // SIGNPOST_TESTS_FUZZ_FILTER_INPUT_H_
