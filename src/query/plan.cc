// SPDX-License-Identifier: Apache-2.0
#include "query/plan.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "text/inner_parts.h"

namespace signpost::query {
namespace {

using segment::Corpus;
using segment::LiveSegment;
using text::TokenKind;

// Shares of an exact match. docs/relevance.md has the experiments.
constexpr double kIdentifierWeight = 0.9;
constexpr double kStemWeight = 0.5;
constexpr double kPrefixWeight = 0.5;
constexpr double kInnerWeight = 0.3;
constexpr double kSynonymWeight = 0.5;
constexpr double kTypoWeights[] = {1, 0.8, 0.5};
constexpr double kTypoPrefixFactor = 0.6;   // beside the same edits in a whole word
constexpr double kFirstLetterFactor = 0.7;  // a typo rarely hits the first letter
// A pair of CJK characters is what a hit must hold; its characters are most of the score.
constexpr double kCjkCharacterWeight = 0.5;
constexpr double kCjkPairWeight = 0.1;
// A stop word decides less about what is a hit than another word as frequent.
constexpr double kStopWordInformation = 0.2;

std::size_t CodePointCount(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return !IsUtf8Continuation(c); }));
}

bool HasDigit(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Plans one word: every look-up adds alternatives that are not there yet.
class WordPlanner {
 public:
  WordPlanner(const Corpus& corpus, const text::Analyzer& analyzer, const TypoTolerance& typos)
      : corpus_(corpus), analyzer_(analyzer), typos_(typos) {}

  void AddExact(std::string_view term, AlternativeKind kind, double weight) {
    for (std::uint32_t s = 0; s < Segments(); ++s) {
      if (auto id = Lexicon(s).Find(term)) AddTerm(s, *id, kind, 0, weight);
    }
  }

  void AddStem(std::string_view term, AlternativeKind kind, double weight) {
    const std::string stem = analyzer_.Stem(term);
    for (std::uint32_t s = 0; s < Segments(); ++s) {
      auto id = Lexicon(s).FindClass(stem);
      if (!id) continue;
      for (TermId form : Lexicon(s).TermsOf(*id)) AddTerm(s, form, kind, 0, weight);
    }
  }

  // As a piece of longer words: Bridge in SkipBridge, and when `prefix` is set what begins like it.
  void AddInner(std::string_view term, bool prefix) {
    const std::string marked = StrCat(text::kPieceMark, term);
    AddExact(marked, AlternativeKind::kInner, kInnerWeight);
    if (prefix) AddPrefix(marked);
  }

  void AddPrefix(std::string_view prefix) {
    for (std::uint32_t s = 0; s < Segments(); ++s) {
      const lexicon::TermRange range = Lexicon(s).Prefix(prefix);
      for (std::uint32_t t = range.begin; t < range.end; ++t) {
        AddTerm(s, TermId{t}, AlternativeKind::kPrefix, 0, kPrefixWeight);
      }
    }
    KeepCommonest(AlternativeKind::kPrefix, limits::kMaxPrefixTerms);
  }

  void AddTypos(std::string_view word, bool prefix) {
    const std::size_t length = CodePointCount(word);
    const auto one = static_cast<std::size_t>(typos_.min_word_size_for_1_typo);
    const auto two = static_cast<std::size_t>(typos_.min_word_size_for_2_typos);
    // A candidate is at most as many letters longer as there are edits; of a prefix, only the typed word counts.
    const std::size_t reach = prefix ? 0 : 1;
    int edits = 0;
    if (length + reach >= one) edits = 1;
    if (length + 2 * reach >= two) edits = 2;
    if (edits == 0) return;
    const AlternativeKind kind = prefix ? AlternativeKind::kTypoPrefix : AlternativeKind::kTypo;
    for (std::uint32_t s = 0; s < Segments(); ++s) {
      for (const lexicon::FuzzyMatch& match : Lexicon(s).Fuzzy(word, {.max_edits = edits, .prefix = prefix})) {
        const std::string_view term = Lexicon(s).Term(match.term);
        const std::size_t longer = prefix ? length : std::max(length, CodePointCount(term));
        if (match.edits == 0 || longer < (match.edits == 1 ? one : two) || HasDigit(term)) continue;
        double weight = kTypoWeights[match.edits];
        if (prefix) weight *= kTypoPrefixFactor;
        if (term.front() != word.front()) weight *= kFirstLetterFactor;
        AddTerm(s, match.term, kind, match.edits, weight);
      }
    }
    KeepCommonest(kind, limits::kMaxTypoTerms);
  }

  // Terms side by side. A segment that lacks one of them cannot hold the phrase.
  void AddPhrase(const std::vector<std::string>& terms, AlternativeKind kind, double weight) {
    if (terms.size() == 1) {
      AddExact(terms.front(), kind, weight);
      AddStem(terms.front(), kind, weight * kStemWeight);
      return;
    }
    Alternative phrase{.text = {}, .kind = kind, .edits = 0, .weight = weight, .places = {}, .document_count = 0};
    for (const std::string& term : terms) phrase.text += (phrase.text.empty() ? "" : " ") + term;
    for (std::uint32_t s = 0; s < Segments(); ++s) {
      std::vector<TermId> ids;
      for (const std::string& term : terms) {
        if (auto id = Lexicon(s).Find(term)) ids.push_back(*id);
      }
      if (ids.size() == terms.size()) phrase.places.push_back({s, std::move(ids)});
    }
    if (!phrase.places.empty()) phrases_.push_back(std::move(phrase));
  }

  bool empty() const { return terms_.empty() && phrases_.empty(); }

  // Cheapest kind first, then weight, then text: an order that no segment layout changes.
  std::vector<Alternative> Take() {
    std::vector<Alternative> out = std::move(phrases_);
    for (auto& [text, alternative] : terms_) out.push_back(std::move(alternative));
    std::sort(out.begin(), out.end(), [](const Alternative& a, const Alternative& b) {
      if (a.kind != b.kind) return a.kind < b.kind;
      if (a.weight != b.weight) return a.weight > b.weight;
      return a.text < b.text;
    });
    return out;
  }

 private:
  std::uint32_t Segments() const { return static_cast<std::uint32_t>(corpus_.segments().size()); }
  const lexicon::Lexicon& Lexicon(std::uint32_t s) const { return corpus_.segments()[s].segment().lexicon(); }

  // Adds a term of segment `s`, unless no live document holds it or it is an alternative of a cheaper look-up already.
  void AddTerm(std::uint32_t s, TermId id, AlternativeKind kind, int edits, double weight) {
    const std::uint32_t count = corpus_.segments()[s].DocumentCount(id);
    if (count == 0) return;
    const std::string_view term = Lexicon(s).Term(id);
    auto [entry, added] = terms_.try_emplace(term);
    Alternative& alternative = entry->second;
    if (added) {
      alternative.text = term;
      alternative.kind = kind;
      alternative.edits = edits;
      alternative.weight = weight;
    }
    if (!alternative.places.empty() && alternative.places.back().segment >= s) return;
    alternative.places.push_back({s, {id}});
    alternative.document_count += count;
  }

  void KeepCommonest(AlternativeKind kind, std::size_t limit) {
    std::vector<std::pair<std::uint64_t, std::string_view>> of_kind;
    for (const auto& [text, alternative] : terms_) {
      if (alternative.kind == kind) of_kind.emplace_back(alternative.document_count, text);
    }
    if (of_kind.size() <= limit) return;
    std::sort(of_kind.begin(), of_kind.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (std::size_t i = limit; i < of_kind.size(); ++i) terms_.erase(of_kind[i].second);
  }

  const Corpus& corpus_;
  const text::Analyzer& analyzer_;
  const TypoTolerance& typos_;
  // Keys are views into the lexicons.
  absl::flat_hash_map<std::string_view, Alternative, StringHash, std::equal_to<>> terms_;
  std::vector<Alternative> phrases_;
};

class Planner {
 public:
  Planner(const ParsedQuery& query, const Corpus& corpus, const text::Analyzer& analyzer, const TypoTolerance& typos)
      : query_(query), corpus_(corpus), analyzer_(analyzer), typos_(typos) {}

  Plan Make() {
    for (std::uint32_t w = 0; w < query_.words.size(); ++w) {
      const QueryWord& word = query_.words[w];
      if (word.parts.empty()) {
        AddWord(w, word);
      } else {
        AddIdentifier(w, word);
      }
    }
    return std::move(plan_);
  }

 private:
  void AddWord(std::uint32_t w, const QueryWord& word) {
    Slot slot = NewSlot(w, word);
    WordPlanner planner(corpus_, analyzer_, typos_);
    planner.AddExact(word.term, AlternativeKind::kExact, 1);
    if (word.kind == TokenKind::kCjk) {
      slot.score_weight = kCjkCharacterWeight;
      if (IsInPair(word)) {
        slot.information_weight = 0;
        slot.marked = false;
      }
    } else if (word.kind == TokenKind::kCjkPair) {
      slot.score_weight = kCjkPairWeight;
    } else {
      planner.AddStem(word.term, AlternativeKind::kStem, kStemWeight);
      planner.AddInner(word.term, word.last);
      if (word.last) planner.AddPrefix(word.term);
      AddSynonyms(word, &planner);
      if (planner.empty()) AddTypos(word, &planner);
    }
    slot.alternatives = planner.Take();
    plan_.slots.push_back(std::move(slot));
  }

  // E-404: as written, without its separators, or its parts side by side. When the corpus cannot hold any of these, its
  // parts are looked for like words.
  void AddIdentifier(std::uint32_t w, const QueryWord& word) {
    WordPlanner planner(corpus_, analyzer_, typos_);
    planner.AddExact(word.term, AlternativeKind::kExact, 1);
    if (!word.joined.empty()) planner.AddExact(word.joined, AlternativeKind::kIdentifier, kIdentifierWeight);
    planner.AddPhrase(word.parts, AlternativeKind::kIdentifier, kIdentifierWeight);
    if (word.last) planner.AddPrefix(word.term);
    AddSynonyms(word, &planner);
    if (planner.empty()) {
      for (std::size_t i = 0; i < word.parts.size(); ++i) AddWord(w, Part(word, i));
      return;
    }
    Slot slot = NewSlot(w, word);
    slot.alternatives = planner.Take();
    plan_.slots.push_back(std::move(slot));
  }

  static QueryWord Part(const QueryWord& word, std::size_t i) {
    return {.text = word.parts[i],
            .term = word.parts[i],
            .kind = TokenKind::kPart,
            .position = word.position + static_cast<std::uint32_t>(i),
            .span = 1,
            .parts = {},
            .joined = {},
            .stop_word = false,
            .last = word.last && i + 1 == word.parts.size()};
  }

  static Slot NewSlot(std::uint32_t w, const QueryWord& word) {
    return {.word = w,
            .position = word.position,
            .span = word.span,
            .stop_word = word.stop_word,
            .score_weight = 1,
            .information_weight = word.stop_word ? kStopWordInformation : 1,
            .marked = true,
            .alternatives = {}};
  }

  bool IsInPair(const QueryWord& word) const {
    return std::any_of(query_.words.begin(), query_.words.end(), [&](const QueryWord& other) {
      return other.kind == TokenKind::kCjkPair &&
             (other.position == word.position || other.position + 1 == word.position);
    });
  }

  void AddSynonyms(const QueryWord& word, WordPlanner* planner) const {
    for (const SynonymMatch& match : query_.synonyms) {
      if (word.position < match.begin || word.position + word.span > match.end) continue;
      for (const std::vector<std::string>& terms : match.replacements) {
        planner->AddPhrase(terms, match.kind,
                           match.kind == AlternativeKind::kSynonym ? kSynonymWeight : kIdentifierWeight);
      }
    }
  }

  void AddTypos(const QueryWord& word, WordPlanner* planner) {
    if (!typos_.enabled || word.kind != TokenKind::kWord || HasDigit(word.term)) return;
    if (words_with_typos_ == limits::kMaxWordsWithTypos) return;
    ++words_with_typos_;
    const auto& off = typos_.disabled_on_words;
    if (std::find(off.begin(), off.end(), word.term) != off.end()) return;
    planner->AddTypos(word.term, false);
    if (word.last) planner->AddTypos(word.term, true);
  }

  const ParsedQuery& query_;
  const Corpus& corpus_;
  const text::Analyzer& analyzer_;
  const TypoTolerance& typos_;
  Plan plan_;
  std::size_t words_with_typos_ = 0;
};

}  // namespace

Plan MakePlan(const ParsedQuery& query, const Corpus& corpus, const text::Analyzer& analyzer,
              const TypoTolerance& typos) {
  return Planner(query, corpus, analyzer, typos).Make();
}

}  // namespace signpost::query
