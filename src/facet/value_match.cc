// SPDX-License-Identifier: Apache-2.0
#include "facet/value_match.h"

#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"
#include "lexicon/edit_distance.h"

namespace signpost::facet {
namespace {

int AllowedEdits(std::string_view term, std::size_t letters, const TypoTolerance& typos) {
  const bool has_digit = term.find_first_of("0123456789") != std::string_view::npos;
  const bool refused =
      std::find(typos.disabled_on_words.begin(), typos.disabled_on_words.end(), term) != typos.disabled_on_words.end();
  if (typos.mode == TypoMode::kOff || has_digit || refused || letters > limits::kMaxTypoWordCodepoints) return 0;
  if (letters >= static_cast<std::size_t>(typos.min_word_size_for_2_typos)) return 2;
  return letters >= static_cast<std::size_t>(typos.min_word_size_for_1_typo) ? 1 : 0;
}

}  // namespace

ValueMatcher::ValueMatcher(const text::Analyzer& analyzer, std::string_view query, const TypoTolerance& typos)
    : analyzer_(analyzer) {
  analyzer_.Analyze(query, &tokens_);
  for (const text::Token& token : tokens_.tokens) {
    if (!text::IsOfUnit(token)) continue;
    Typed& typed = typed_.emplace_back();
    typed.term = tokens_.Term(token);
    ToCodePoints(typed.term, &typed.letters);
    typed.edits = AllowedEdits(typed.term, typed.letters.size(), typos);
  }
}

std::optional<ValueMatch> ValueMatcher::Match(std::string_view value) {
  ValueMatch out;
  if (typed_.empty()) return out;
  analyzer_.Analyze(value, &tokens_);
  std::u32string letters;
  for (const Typed& typed : typed_) {
    int fewest = typed.edits + 1;
    const text::Token* best = nullptr;
    for (const text::Token& token : tokens_.tokens) {
      if (!text::IsOfUnit(token) || fewest == 0) continue;
      const std::string_view term = tokens_.Term(token);
      int edits = 0;
      if (!term.starts_with(typed.term)) {
        if (typed.edits == 0) continue;
        ToCodePoints(term, &letters);
        edits = lexicon::PrefixEditDistance(typed.letters, letters);
      }
      if (edits >= fewest) continue;
      fewest = edits;
      best = &token;
    }
    if (best == nullptr) return std::nullopt;
    out.edits += fewest;
    out.words.push_back({tokens_.Begin(*best), tokens_.End(*best), typed.term, fewest > 0});
  }
  return out;
}

}  // namespace signpost::facet
