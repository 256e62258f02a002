// SPDX-License-Identifier: Apache-2.0
// word_planner.h — what one word of a query may stand for: every look-up adds alternatives that are not there yet.
//
// Order:    callers look up what is cheapest first; a term keeps the kind of the first look-up that found it.
// Threads:  one thread.
// Cost:     as Lexicon says, for each segment; splits cost a look-up for each letter and, as phrases do, a walk over
//           the postings of the few that might stand side by side.
#ifndef SIGNPOST_QUERY_WORD_PLANNER_H_
#define SIGNPOST_QUERY_WORD_PLANNER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include <signpost/explain.h>
#include <signpost/settings.h>

#include "base/strings.h"
#include "query/plan.h"
#include "segment/corpus.h"
#include "text/analyzer.h"

namespace signpost::query {

class WordPlanner {
 public:
  // Everything given must outlive the planner. `typo_fields`: the fields in which typos match, as bits by FieldId.
  // `phrase_checks`: documents that may still be looked at for phrases, in all words of the query; counted down.
  WordPlanner(const segment::Corpus& corpus, const text::Analyzer& analyzer, const TypoTolerance& typos,
              std::uint32_t typo_fields, std::uint64_t* phrase_checks)
      : corpus_(corpus), analyzer_(analyzer), typos_(typos), typo_fields_(typo_fields), phrase_checks_(phrase_checks) {}

  // `edits`, here and below: what a match counts as.
  void AddExact(std::string_view term, AlternativeKind kind, double weight, int edits = 0);
  // Other forms of `term`: the terms of its stem class.
  void AddStem(std::string_view term, AlternativeKind kind, double weight, int edits = 0);
  // Compounds that begin or end with `word`, when what else is in them is a word of the corpus too.
  void AddCompounds(std::string_view word);
  // Returns the two words of the corpus that `word` is put together of, the commonest such pair; empty when it is none.
  std::vector<std::string> FindCompoundParts(std::string_view word) const;
  // Words of which `term` is a piece: SkipBridge for Bridge; when `prefix` is set, also those with a piece that begins so.
  void AddInner(std::string_view term, bool prefix);
  // Terms that begin with `prefix`. They count more when nothing else stands for the word.
  void AddPrefix(std::string_view prefix);
  // Terms within the edits that `word` is allowed; `prefix`: terms that begin with something that near. The likeliest gets
  // `weight`.
  void AddTypos(std::string_view word, bool prefix, double weight);
  // True when few documents hold `word` and a term in its reach may be so common that the word is probably a slip itself.
  bool Doubts(std::string_view word) const;
  // Terms that stand side by side in some document; of one term, its other forms too.
  void AddPhrase(const std::vector<std::string>& terms, AlternativeKind kind, double weight);
  // The same; of several terms, also in other forms (limits::kMaxPhraseForms).
  void AddSynonym(const std::vector<std::string>& terms, AlternativeKind kind, double weight, int edits);
  // What another planner of the corpus took, as far as it is not there yet.
  void AddAll(const std::vector<Alternative>& alternatives);
  // `word` as two words that stand side by side in some document, or, if it is no term itself, as three.
  void AddSplits(std::string_view word);

  // What AddTypos and AddSplits found to be meant by a word, if there is anything.
  std::optional<Correction> FindCorrection(std::string_view word) const;

  // Takes away what AddTypos added, but for one term.
  void DropTyposExcept(std::string_view term);

  bool empty() const { return terms_.empty() && others_.empty(); }

  // Returns the alternatives: cheapest kind first, then by weight, then by text; an order that no segment layout changes.
  std::vector<Alternative> Take();

 private:
  using Ids = std::vector<TermId>;

  std::uint32_t Segments() const { return static_cast<std::uint32_t>(corpus_.segments().size()); }
  const lexicon::Lexicon& Lexicon(std::uint32_t s) const { return corpus_.segments()[s].segment().lexicon(); }

  void AddBeginning(std::string_view prefix, double weight);
  bool IsBegun(std::string_view term) const;
  void AddTerm(std::uint32_t s, TermId id, AlternativeKind kind, int edits, double weight);
  bool AddKnownSplits(std::string_view word);
  bool AddSplit(const std::vector<std::string>& parts);
  std::vector<std::string_view> TermsBeginningWith(std::string_view prefix) const;
  std::vector<std::string_view> TermsEndingWith(std::string_view suffix) const;
  bool AnyIsWord(const std::vector<std::string_view>& candidates) const;
  std::uint64_t CountForms(std::string_view word) const;
  void AddPhraseOf(const std::vector<std::string>& terms, AlternativeKind kind, double weight, int edits = 0);
  std::vector<std::string_view> LiveForms(std::string_view term) const;
  std::uint64_t CountTerm(std::string_view term) const;
  bool IsTerm(std::string_view term) const { return CountTerm(term) > 0; }
  void WeighTypos(std::string_view word, AlternativeKind kind, double weight);

  const segment::Corpus& corpus_;
  const text::Analyzer& analyzer_;
  const TypoTolerance& typos_;
  const std::uint32_t typo_fields_;
  std::uint64_t* const phrase_checks_;
  // Keys are views into the lexicons.
  absl::flat_hash_map<std::string_view, Alternative, StringHash, std::equal_to<>> terms_;
  std::vector<Alternative> others_;  // phrases and beginnings
};

}  // namespace signpost::query

#endif  // SIGNPOST_QUERY_WORD_PLANNER_H_
