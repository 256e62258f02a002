// SPDX-License-Identifier: Apache-2.0
// rule_query.h — a query as patterns see it: its units, what else they may stand for, and what captures accept of it.
//
// Value:    what a capture gives: the bytes of the query, with ill-formed UTF-8 as U+FFFD. Of validators and expressions: without
//           white space, full-width digits, letters and signs as ASCII ones, which is what East Asian keyboards give.
// Threads:  one thread: what was looked up is kept.
#ifndef SIGNPOST_RULES_RULE_QUERY_H_
#define SIGNPOST_RULES_RULE_QUERY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <absl/container/flat_hash_map.h>
#include <signpost/rules.h>

#include "rules/capture_classes.h"
#include "rules/index_words.h"
#include "rules/term_trie.h"
#include "text/analyzer.h"

namespace signpost::rules {

// A term that a unit of a query may stand for.
struct AlternativeTerm {
  TermTrie::TermNumber term = TermTrie::kNone;
  bool typo = false;  // else a form
};

// Units that synonyms read as other terms.
struct AlternativeRun {
  std::size_t end = 0;  // behind its last unit
  std::vector<TermTrie::TermNumber> terms;
};

class RuleQuery {
 public:
  // `text`, `classes` and `index` must outlive it; `index` may be null. `terms` are those of the patterns.
  RuleQuery(std::string_view text, const text::Analyzer& analyzer, const TermTrie& terms, const CaptureClasses& classes,
            const IndexWords* index = nullptr);

  std::size_t size() const { return terms_.size(); }  // in units
  bool is_short() const;                              // enough for captures and alternatives
  // kNone when no pattern has the term.
  TermTrie::TermNumber term(std::size_t unit) const { return terms_[unit]; }
  std::string_view term_text(std::size_t unit) const { return UnitText(unit); }
  const std::vector<text::Unit>& units() const { return units_; }

  // --- only of short queries ---

  void AddAlternative(std::size_t unit, AlternativeTerm alternative) { alternatives_[unit].push_back(alternative); }
  void AddRun(std::size_t unit, AlternativeRun run) { runs_[unit].push_back(std::move(run)); }
  const std::vector<AlternativeTerm>& alternatives(std::size_t unit) const { return alternatives_[unit]; }
  const std::vector<AlternativeRun>& runs(std::size_t unit) const { return runs_[unit]; }

  // True when `unit` and the one before it are parts of one word, as in E-217. False at both ends of the query.
  bool inside_word(std::size_t unit) const { return inside_word_[unit]; }
  // True when white space stands between `unit` and the one before it.
  bool spaced(std::size_t unit) const { return spaced_[unit]; }

  // How sure it is that the units [begin, end) are what a class accepts. `bare`: no word of the pattern speaks for a number.
  // REQUIRES: begin < end, at most limits::kMaxCaptureTokens units, without white space unless the class is spaced.
  bool Accepts(ClassId id, std::size_t begin, std::size_t end, bool bare);
  // True when a class accepts units anywhere.
  bool AcceptsAnywhere(ClassId id);
  // The classes of expressions that accept units anywhere, ascending.
  std::vector<ClassId> Expressions();
  // What a capture that accepts [begin, end) gives. Nothing when it is longer than limits::kMaxCaptureBytes.
  std::string Value(ClassId id, std::size_t begin, std::size_t end) const;
  // The bytes from the first unit of [begin, end) to the last.
  std::string_view Text(std::size_t begin, std::size_t end) const;

 private:
  // What a class makes of some units, whatever stands around them: what is accepted where a word speaks for it, and bare.
  enum class Verdict : std::uint8_t { kUnknown, kRefused, kWithWord, kAlways };

  std::string_view UnitText(std::size_t unit) const {
    return {arena_.data() + begins_[unit], begins_[unit + 1] - begins_[unit]};
  }
  void MarkBoundaries(const text::TokenList& tokens);
  void WritePlain();
  std::string_view PlainText(std::size_t begin, std::size_t end) const;
  Verdict Judge(ClassId id, std::size_t begin, std::size_t end);
  Verdict JudgeValidators(const CaptureClass& accepts, std::string_view value) const;
  const std::vector<ClassId>& ExpressionsOf(std::size_t begin, std::size_t end);
  // Returns how far a run of units may reach that begins at `begin`.
  std::size_t FurthestEnd(std::size_t begin, bool over_spaces) const;

  std::string_view text_;
  const CaptureClasses* classes_;
  const IndexWords* index_;
  std::vector<text::Unit> units_;
  std::vector<TermTrie::TermNumber> terms_;
  std::string arena_;                // the terms themselves, one behind the other
  std::vector<std::size_t> begins_;  // in the arena, one more than units
  std::vector<std::vector<AlternativeTerm>> alternatives_;
  std::vector<std::vector<AlternativeRun>> runs_;
  std::vector<bool> inside_word_;                                 // one more than units
  std::vector<bool> spaced_;                                      // one more than units
  std::string plain_;                                             // as validators read it
  std::vector<text::Unit> plain_units_;                           // places of the units in it
  absl::flat_hash_map<ClassId, std::vector<Verdict>> verdicts_;   // of classes that were asked for, by begin and length
  std::vector<std::optional<std::vector<ClassId>>> expressions_;  // by begin and length
};

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_RULE_QUERY_H_
