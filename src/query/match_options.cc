// SPDX-License-Identifier: Apache-2.0
#include "query/match_options.h"

namespace signpost::query {

MatchOptions OptionsOf(const SearchRequest& request, const Settings& settings) {
  MatchOptions out{.typos = settings.typo_tolerance,
                   .remove_words = request.remove_words.value_or(settings.remove_words),
                   .optional_words = request.optional_words.value_or(settings.optional_words),
                   .advanced_syntax = request.advanced_syntax.value_or(settings.advanced_syntax),
                   .alternatives_as_exact = request.alternatives_as_exact.value_or(settings.alternatives_as_exact),
                   .synonyms = request.synonyms,
                   .lone_prefixes = settings.ranking.empty()};
  out.typos.mode = request.typo_tolerance.value_or(out.typos.mode);
  return out;
}

}  // namespace signpost::query
