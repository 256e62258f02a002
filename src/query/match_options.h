// SPDX-License-Identifier: Apache-2.0
// match_options.h — how the words of one request match: its own choices, else those of the settings.
//
// Threads:  plain value type.
#ifndef SIGNPOST_QUERY_MATCH_OPTIONS_H_
#define SIGNPOST_QUERY_MATCH_OPTIONS_H_

#include <string>
#include <vector>

#include <signpost/search.h>
#include <signpost/settings.h>

namespace signpost::query {

struct MatchOptions {
  TypoTolerance typos;
  RemoveWords remove_words = RemoveWords::kByInformation;
  std::vector<std::string> optional_words;
  bool advanced_syntax = false;
  std::vector<ExactAlternative> alternatives_as_exact;
  bool synonyms = true;
  bool lone_prefixes = true;  // whether one or two letters have an order of their own: not where criteria order
};

MatchOptions OptionsOf(const SearchRequest& request, const Settings& settings);

}  // namespace signpost::query

#endif  // SIGNPOST_QUERY_MATCH_OPTIONS_H_
