// SPDX-License-Identifier: Apache-2.0
// What word_planner.h says of synonyms.
#include <algorithm>
#include <cstddef>

#include "base/limits.h"
#include "query/weights.h"
#include "query/word_planner.h"

namespace signpost::query {

void WordPlanner::AddSynonym(const std::vector<std::string>& terms, AlternativeKind kind, double weight, int edits) {
  if (terms.size() == 1) {
    AddExact(terms.front(), kind, weight, edits);
    AddStem(terms.front(), kind, weight, edits);
    return;
  }
  std::vector<std::vector<std::string_view>> forms;  // of each term, itself aside
  for (const std::string& term : terms) {
    forms.push_back(LiveForms(term));
    if (forms.back().empty() && !IsTerm(term)) return;
  }
  // Fewest changed words first: each list of choices goes on from the one it was made of, behind the last changed word.
  struct Choice {
    std::vector<std::size_t> form;  // of each term
    std::size_t next = 0;           // the first that may be changed
    bool exact = true;
  };
  std::vector<Choice> choices = {{.form = std::vector<std::size_t>(terms.size(), 0)}};
  for (std::size_t c = 0; c < choices.size(); ++c) {
    const Choice choice = choices[c];
    std::vector<std::string> words;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      words.push_back(choice.form[i] == 0 ? terms[i] : std::string(forms[i][choice.form[i] - 1]));
    }
    AddPhraseOf(words, kind, weight * (choice.exact ? 1 : kStemWeight), edits);
    for (std::size_t i = choice.next; i < terms.size(); ++i) {
      for (std::size_t f = 1; f <= forms[i].size() && choices.size() < limits::kMaxPhraseForms; ++f) {
        Choice& changed = choices.emplace_back(choice);
        changed.form[i] = f;
        changed.next = i + 1;
        changed.exact = false;
      }
    }
  }
}

void WordPlanner::AddAll(const std::vector<Alternative>& alternatives) {
  for (const Alternative& alternative : alternatives) {
    if (alternative.terms.empty()) {
      const bool there = std::any_of(others_.begin(), others_.end(), [&](const Alternative& other) {
        const bool synonym = other.kind == AlternativeKind::kSynonym || other.kind == alternative.kind;
        return synonym && other.text == alternative.text;
      });
      if (!there) others_.push_back(alternative);
      continue;
    }
    const Alternative::Terms& first = alternative.terms.front();
    const std::string_view term = Lexicon(first.segment).Term(TermId{first.range.begin});
    if (terms_.contains(term) || !IsBegun(term)) terms_.try_emplace(term, alternative);
  }
}

// Returns the other forms of a term that live documents hold, in the order of their texts.
std::vector<std::string_view> WordPlanner::LiveForms(std::string_view term) const {
  const std::string stem = analyzer_.Stem(term);
  std::vector<std::string_view> out;
  for (const segment::LiveSegment& live : corpus_.segments()) {
    const lexicon::Lexicon& lexicon = live.segment().lexicon();
    const auto id = lexicon.FindClass(stem);
    if (!id) continue;
    for (const TermId form : lexicon.TermsOf(*id)) {
      if (lexicon.Term(form) != term && live.DocumentCount(form) > 0) out.push_back(lexicon.Term(form));
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace signpost::query
