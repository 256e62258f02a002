// SPDX-License-Identifier: Apache-2.0
#include "catalog/typed_query.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <absl/container/flat_hash_map.h>

#include "base/limits.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace signpost::catalog {
namespace {

// Terms near a misspelled word that are looked up in the phrases.
constexpr std::size_t kMostTermsLookedUp = 64;

struct Mended {
  std::string word;
  int edits = 0;
};

bool IsKnown(std::string_view word, bool whole, const Tables& tables) {
  return std::any_of(tables.begin(), tables.end(),
                     [&](const auto* table) { return table->FindWord(word, !whole).size() > 0; });
}

std::size_t Letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return !IsUtf8Continuation(c); }));
}

int EditsAllowed(std::string_view word, const TypoTolerance& typos) {
  const bool digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (typos.mode == TypoMode::kOff || digit) return 0;
  const std::size_t letters = Letters(word);
  if (letters >= static_cast<std::size_t>(typos.min_word_size_for_2_typos)) return 2;
  return letters >= static_cast<std::size_t>(typos.min_word_size_for_1_typo) ? 1 : 0;
}

// The words of phrases that are near `word`, best first.
std::vector<Mended> Mend(std::string_view word, bool whole, const Tables& tables, const segment::Corpus& corpus,
                         const TypoTolerance& typos) {
  const int edits = EditsAllowed(word, typos);
  if (edits == 0) return {};
  struct Near {
    int edits;
    std::uint64_t documents;
  };
  absl::flat_hash_map<std::string_view, Near> near;
  for (const segment::LiveSegment& live : corpus.segments()) {
    const lexicon::Lexicon& lexicon = live.segment().lexicon();
    for (const lexicon::FuzzyMatch& match : lexicon.Fuzzy(word, {.max_edits = edits, .prefix = !whole})) {
      const std::uint32_t documents = live.DocumentCount(match.term);
      if (documents == 0) continue;
      auto& known = near.try_emplace(lexicon.Term(match.term), Near{match.edits, 0}).first->second;
      known.documents += documents;
    }
  }
  std::vector<std::pair<std::string_view, Near>> order(near.begin(), near.end());
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.second.edits, b.second.documents, a.first) <
           std::tuple(b.second.edits, a.second.documents, b.first);
  });
  if (order.size() > kMostTermsLookedUp) order.resize(kMostTermsLookedUp);
  std::vector<Mended> out;
  for (const auto& [term, match] : order) {
    if (out.size() == limits::kMaxCompletionTypos) break;
    if (IsKnown(term, true, tables)) out.push_back({std::string(term), match.edits});
  }
  return out;
}

}  // namespace

std::string TypedQuery::Key() const {
  std::string out;
  for (const std::string& word : words) out += StrCat(out.empty() ? "" : " ", word);
  return out;
}

TypedQuery ReadTyped(std::string_view text, const text::Analyzer& analyzer) {
  text::TokenList tokens;
  analyzer.Analyze(text, &tokens);
  TypedQuery out;
  for (const text::Token& token : tokens.tokens) {
    if (!text::IsOfUnit(token)) continue;
    out.words.emplace_back(tokens.Term(token));
    out.whole.push_back(1);
    out.weak.push_back(analyzer.IsStopWord(out.words.back()) ? 1 : 0);
  }
  if (out.words.empty()) return out;
  const std::string_view behind = text.substr(tokens.units.back().end);
  if (behind.find_first_of(" \t\n") == std::string_view::npos) out.whole.back() = 0;
  return out;
}

std::vector<TypedQuery> Corrected(const TypedQuery& typed, const Tables& tables, const segment::Corpus& corpus,
                                  const TypoTolerance& typos) {
  std::vector<TypedQuery> out = {typed};
  for (std::size_t w = 0; w < typed.words.size(); ++w) {
    if (IsKnown(typed.words[w], typed.whole[w] != 0, tables)) continue;
    const std::vector<Mended> words = Mend(typed.words[w], typed.whole[w] != 0, tables, corpus, typos);
    std::vector<TypedQuery> mended;
    for (const TypedQuery& so_far : out) {
      for (const Mended& word : words) {
        if (mended.size() == limits::kMaxCompletionTypos) break;
        TypedQuery next = so_far;
        next.words[w] = word.word;
        next.whole[w] = 1;
        next.edits += word.edits;
        mended.push_back(std::move(next));
      }
    }
    out = std::move(mended);
  }
  std::erase_if(out, [](const TypedQuery& query) { return query.edits == 0; });
  return out;
}

}  // namespace signpost::catalog
