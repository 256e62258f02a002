// SPDX-License-Identifier: Apache-2.0
#include "query/plan.h"

#include <algorithm>
#include <array>
#include <utility>

#include <absl/container/flat_hash_map.h>

#include "base/limits.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "query/weights.h"
#include "query/word_planner.h"

namespace signpost::query {
namespace {

using segment::Corpus;
using text::TokenKind;

constexpr std::uint32_t kMaxJoinedWords = 3;
constexpr std::ptrdiff_t kLonePrefixLetters = 2;
// Of a longer query, only words that no document holds are looked for in several parts.
constexpr std::size_t kSplitQueryWords = 6;

// The terms of words that a caller gave, which are written in any way.
StringSet TermsIn(const std::vector<std::string>& words, const text::Analyzer& analyzer) {
  StringSet out;
  text::TokenList tokens;
  for (const std::string& word : words) {
    analyzer.Analyze(word, &tokens);
    for (const text::Token& token : tokens.tokens) out.emplace(tokens.Term(token));
  }
  return out;
}

// The fields in which words match with typos, as bits.
std::uint32_t TypoFields(const Corpus& corpus, const TypoTolerance& typos) {
  std::uint32_t fields = UINT32_MAX;
  const std::vector<std::string>& names = corpus.segments().front().segment().meta().fields;
  for (std::size_t f = 0; f < names.size(); ++f) {
    const std::vector<std::string>& off = typos.disabled_on_attributes;
    if (std::find(off.begin(), off.end(), names[f]) != off.end()) fields &= ~(std::uint32_t{1} << f);
  }
  return fields;
}

bool Has(const std::vector<ExactAlternative>& kinds, ExactAlternative kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

class Planner {
 public:
  Planner(const ParsedQuery& query, const Corpus& corpus, const text::Analyzer& analyzer, const MatchOptions& options)
      : query_(query),
        corpus_(corpus),
        analyzer_(analyzer),
        typos_(options.typos),
        lone_prefixes_(options.lone_prefixes),
        exact_synonyms_{Has(options.alternatives_as_exact, ExactAlternative::kSingleWordSynonym),
                        Has(options.alternatives_as_exact, ExactAlternative::kMultiWordsSynonym)},
        words_without_typos_(TermsIn(options.typos.disabled_on_words, analyzer)),
        typo_fields_(TypoFields(corpus, options.typos)) {
    plan_.typo_mode = options.typos.mode;
    plan_.remove_words = options.remove_words;
  }

  Plan Make(Deadline* deadline) {
    FindJoins();
    for (std::uint32_t w = 0; w < query_.words.size() && !deadline->Passed(); ++w) {
      const QueryWord& word = query_.words[w];
      if (word.quoted) {
        AddQuoted(w, word);
      } else if (word.parts.empty()) {
        AddWord(w, word);
      } else {
        AddIdentifier(w, word);
      }
    }
    for (const std::vector<std::string>& terms : query_.excluded) AddExcluded(terms);
    for (Slot& slot : plan_.slots) CountDocuments(&slot);
    plan_.cut = phrase_checks_ == 0;
    plan_.lone_prefix = lone_prefixes_ && IsLonePrefix();
    return std::move(plan_);
  }

 private:
  bool IsLonePrefix() const {
    if (query_.words.size() != 1 || plan_.slots.size() != 1) return false;
    const QueryWord& word = query_.words.front();
    const auto letters =
        std::count_if(word.term.begin(), word.term.end(), [](char c) { return !IsUtf8Continuation(c); });
    const std::vector<Alternative>& alternatives = plan_.slots.front().alternatives;
    return letters <= kLonePrefixLetters &&
           std::any_of(alternatives.begin(), alternatives.end(),
                       [](const Alternative& a) { return a.kind == AlternativeKind::kPrefix; });
  }

  // A run of words that may stand for one: "wi fi".
  struct Join {
    std::uint32_t begin = 0;  // positions [begin, end) of the query
    std::uint32_t end = 0;
    std::string term;
    bool last = false;  // may be half typed
  };

  WordPlanner NewWordPlanner() { return {corpus_, analyzer_, typos_, typo_fields_, &phrase_checks_}; }

  void AddWord(std::uint32_t w, const QueryWord& word) {
    Slot slot = NewSlot(w, word);
    WordPlanner planner = NewWordPlanner();
    planner.AddExact(word.term, AlternativeKind::kExact, 1);
    if (word.kind == TokenKind::kCjk) {
      slot.score_weight = kCjkCharacterWeight;
      AddSynonyms(word, AlternativeKind::kSynonym, &planner);
      if (IsInPair(word)) {
        slot.information_weight = 0;
        slot.marked = false;
      }
    } else if (word.kind == TokenKind::kCjkPair) {
      slot.score_weight = kCjkPairWeight;
      AddSynonyms(word, AlternativeKind::kSynonym, &planner);
    } else {
      planner.AddStem(word.term, AlternativeKind::kStem, 1);
      if (word.last) planner.AddPrefix(word.term);
      AddRuns(word, &planner);
      planner.AddCompounds(word.term);
      planner.AddInner(word.term, word.last);
      AddJoins(word, &planner);
      AddSynonyms(word, AlternativeKind::kSynonym, &planner);
      const bool known = !planner.empty();
      if (!known && word.kind == TokenKind::kWord && AddCompoundParts(w, word, planner)) return;
      if (word.kind == TokenKind::kWord) {
        if (!known || query_.words.size() <= kSplitQueryWords) planner.AddSplits(word.term);
        if (!known || (!word.last && planner.Doubts(word.term))) {
          AddTypos(word, known, &planner);
          slot.correction = planner.FindCorrection(word.term);
          if (known) planner.DropTyposExcept(slot.correction ? slot.correction->text : "");
        }
      }
      AddSynonyms(word, AlternativeKind::kGuessedSynonym, &planner);
    }
    slot.alternatives = planner.Take();
    plan_.slots.push_back(std::move(slot));
  }

  // Looks for the parts of a compound that no document holds instead, like words of their own. Returns false when it is none.
  bool AddCompoundParts(std::uint32_t w, const QueryWord& word, const WordPlanner& planner) {
    QueryWord part = word;
    const std::vector<std::string> parts = planner.FindCompoundParts(word.term);
    for (const std::string& term : parts) {
      part.term = term;
      AddWord(w, part);
    }
    return !parts.empty();
  }

  // E-404: as written, without its separators, or its parts side by side. When the corpus cannot hold any of these, its
  // parts are looked for like words.
  void AddIdentifier(std::uint32_t w, const QueryWord& word) {
    WordPlanner planner = NewWordPlanner();
    planner.AddExact(word.term, AlternativeKind::kExact, 1);
    if (!word.joined.empty()) planner.AddExact(word.joined, AlternativeKind::kIdentifier, kIdentifierWeight);
    planner.AddPhrase(word.parts, AlternativeKind::kIdentifier, kIdentifierWeight);
    if (word.last) planner.AddPrefix(word.term);
    AddSynonyms(word, AlternativeKind::kSynonym, &planner);
    if (planner.empty()) {
      for (std::size_t i = 0; i < word.parts.size(); ++i) AddWord(w, Part(word, i));
      return;
    }
    Slot slot = NewSlot(w, word);
    slot.alternatives = planner.Take();
    plan_.slots.push_back(std::move(slot));
  }

  void AddQuoted(std::uint32_t w, const QueryWord& word) {
    Slot slot = NewSlot(w, word);
    slot.quoted = true;
    slot.alternatives = AsTheyAre(word.parts);
    plan_.slots.push_back(std::move(slot));
  }

  void AddExcluded(const std::vector<std::string>& terms) {
    for (Alternative& alternative : AsTheyAre(terms)) plan_.excluded.push_back(std::move(alternative));
  }

  // Terms side by side and in no other form.
  std::vector<Alternative> AsTheyAre(const std::vector<std::string>& terms) {
    WordPlanner planner = NewWordPlanner();
    if (terms.size() == 1) {
      planner.AddExact(terms.front(), AlternativeKind::kExact, 1);
    } else {
      planner.AddPhrase(terms, AlternativeKind::kExact, 1);
    }
    return planner.Take();
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
            .optional = word.optional,
            .quoted = false,
            .last = word.last && i + 1 == word.parts.size()};
  }

  static Slot NewSlot(std::uint32_t w, const QueryWord& word) {
    const double information = word.optional ? 0 : word.stop_word ? kStopWordInformation : 1;
    return {.word = w,
            .position = word.position,
            .span = word.span,
            .stop_word = word.stop_word,
            .quoted = false,
            .score_weight = 1,
            .information_weight = information,
            .marked = true,
            .alternatives = {}};
  }

  bool IsInPair(const QueryWord& word) const {
    return std::any_of(query_.words.begin(), query_.words.end(), [&](const QueryWord& other) {
      return other.kind == TokenKind::kCjkPair &&
             (other.position == word.position || other.position + 1 == word.position);
    });
  }

  // Lists the runs of two and three words that may be one word of the corpus. Stop words alone make none: "can not".
  void FindJoins() {
    std::vector<const QueryWord*> at(query_.position_count, nullptr);  // words by position
    for (const QueryWord& word : query_.words) {
      const bool joins = word.kind == TokenKind::kWord || word.kind == TokenKind::kNumber;
      if (joins && word.span == 1 && !word.quoted) at[word.position] = &word;
    }
    for (std::uint32_t begin = 0; begin < at.size(); ++begin) {
      std::string term;
      bool says_something = false;
      for (std::uint32_t p = begin; p < at.size() && p < begin + kMaxJoinedWords && at[p] != nullptr; ++p) {
        if (p > begin && at[p]->kind == TokenKind::kNumber && at[p - 1]->kind == TokenKind::kNumber) break;
        term += at[p]->term;
        says_something |= !at[p]->stop_word;
        if (p == begin || !says_something) continue;
        joins_.push_back({begin, p + 1, term, at[p]->last});
      }
    }
  }

  void AddJoins(const QueryWord& word, WordPlanner* planner) const {
    for (const Join& join : joins_) {
      if (word.position < join.begin || word.position >= join.end) continue;
      planner->AddExact(join.term, AlternativeKind::kJoined, kJoinedWeight);
      if (join.last) planner->AddPrefix(join.term);
    }
  }

  // True for what says the same as the word, so that its documents decide how rare the word is. Without "coronavirus" for
  // "corona virus", each mention of a common word would count as one of a rare one.
  static bool SaysTheWord(AlternativeKind kind) {
    return kind <= AlternativeKind::kStem || (kind >= AlternativeKind::kJoined && kind <= AlternativeKind::kSynonym);
  }

  // A word and its other forms count by the documents that hold any of them, other ways to say it by theirs, which are added
  // as if they stood in other documents. What is only begun, or guessed, counts when the word is not known; many terms stand
  // in fewer documents than their sum. All of it adds up over segments, so that it does not matter how documents are
  // spread (docs/decisions/0004).
  void CountDocuments(Slot* slot) const {
    if (slot->alternatives.empty()) return;
    std::uint64_t guessed = 0;
    for (const Alternative& alternative : slot->alternatives) {
      slot->document_count += alternative.document_count;
      if (!SaysTheWord(alternative.kind)) guessed += alternative.document_count;
    }
    const auto n = static_cast<double>(corpus_.doc_count());
    double documents = std::min(n, static_cast<double>(SayingWord(*slot)));
    const bool known = slot->alternatives.front().kind <= AlternativeKind::kStem;
    if (!known) documents += (1 - documents / n) * corpus_.DocumentsOf(guessed);
    slot->idf = corpus_.Idf(documents);
  }

  std::uint64_t SayingWord(const Slot& slot) const {
    std::uint64_t documents = 0;
    std::vector<std::string_view> stems;
    for (const Alternative& alternative : slot.alternatives) {
      if (!SaysTheWord(alternative.kind)) continue;
      if (slot.quoted || alternative.terms.empty()) {
        documents += alternative.document_count;
        continue;
      }
      const Alternative::Terms& terms = alternative.terms.front();
      const lexicon::Lexicon& lexicon = corpus_.segments()[terms.segment].segment().lexicon();
      stems.push_back(lexicon.Stem(lexicon.ClassOf(TermId{terms.range.begin})));
    }
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    for (const std::string_view stem : stems) documents += corpus_.DocumentCount(stem);
    return documents;
  }

  // Calls use(match) for the runs of one kind that the word is in.
  template <typename Use>
  void ForRuns(const QueryWord& word, AlternativeKind kind, Use use) const {
    for (const SynonymMatch& match : query_.synonyms) {
      if (match.kind == kind && word.position >= match.begin && word.position + word.span <= match.end) use(match);
    }
  }

  // Adds what is the word written otherwise.
  void AddRuns(const QueryWord& word, WordPlanner* planner) const {
    ForRuns(word, AlternativeKind::kIdentifier, [&](const SynonymMatch& match) {
      for (const std::vector<std::string>& terms : match.replacements) {
        planner->AddPhrase(terms, AlternativeKind::kIdentifier, kIdentifierWeight);
      }
    });
  }

  void AddSynonyms(const QueryWord& word, AlternativeKind kind, WordPlanner* planner) {
    ForRuns(word, kind, [&](const SynonymMatch& match) { planner->AddAll(SynonymsOf(match)); });
  }

  // What stands for a run, looked up once for all words in it.
  const std::vector<Alternative>& SynonymsOf(const SynonymMatch& match) {
    auto [entry, added] = of_runs_.try_emplace(&match);
    if (!added) return entry->second;
    WordPlanner planner = NewWordPlanner();
    for (const std::vector<std::string>& terms : match.replacements) {
      const bool words = terms.size() > 1 || match.end - match.begin > 1;
      const bool same = match.kind == AlternativeKind::kSynonym && match.edits == 0;
      const bool exact = same && exact_synonyms_[words ? 1 : 0];
      planner.AddSynonym(terms, match.kind, (exact ? 1 : kSynonymWeight) * match.certainty, match.edits);
    }
    return entry->second = planner.Take();
  }

  void AddTypos(const QueryWord& word, bool known, WordPlanner* planner) {
    if (typos_.mode == TypoMode::kOff) return;
    if (words_with_typos_ == limits::kMaxWordsWithTypos || words_without_typos_.contains(word.term)) return;
    ++words_with_typos_;
    planner->AddTypos(word.term, false, known ? kDoubtedTypoWeight : kTypoWeight);
    if (word.last) planner->AddTypos(word.term, true, kTypoWeight * kTypoPrefixFactor);
  }

  const ParsedQuery& query_;
  const Corpus& corpus_;
  const text::Analyzer& analyzer_;
  const TypoTolerance& typos_;
  const bool lone_prefixes_;
  const std::array<bool, 2> exact_synonyms_;  // of one word, of several
  const StringSet words_without_typos_;
  const std::uint32_t typo_fields_;
  std::vector<Join> joins_;
  absl::flat_hash_map<const SynonymMatch*, std::vector<Alternative>> of_runs_;
  Plan plan_;
  std::size_t words_with_typos_ = 0;
  std::uint64_t phrase_checks_ = limits::kMaxPhraseChecks;
};

}  // namespace

Plan MakePlan(const ParsedQuery& query, const Corpus& corpus, const text::Analyzer& analyzer,
              const MatchOptions& options, Deadline* deadline) {
  return Planner(query, corpus, analyzer, options).Make(deadline);
}

}  // namespace signpost::query
