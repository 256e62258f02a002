// SPDX-License-Identifier: Apache-2.0
// intent_words.h — a list of words and phrases of one language, and where they stand in a query.
//
// Matches:  words and their other forms; with `typos`, also what is one slip (two in eight letters) from a listed word of five
//           letters or more, unless some index knows the word as it was typed.
// Threads:  immutable once made.
// Cost:     linear in the words of the query times the phrases.
#ifndef SIGNPOST_CATALOG_INTENT_WORDS_H_
#define SIGNPOST_CATALOG_INTENT_WORDS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "text/analyzer.h"

namespace signpost::catalog {

class PhraseList {
 public:
  PhraseList(const text::LanguagePack& pack, const std::vector<std::string>& phrases);
  // The phrases by which the language asks questions.
  static PhraseList Questions(const text::LanguagePack& pack);
  // The phrase that `query` begins or else ends with; empty: none does.
  std::string FindAtEnds(std::string_view query) const;

  // Returns the phrases in `query` from left to right, as they are listed, the longest at each place; they do not overlap.
  // `is_known`: whether a term of the query is known as it was typed; null: nothing is read as a slip.
  std::vector<std::string> Find(std::string_view query, const std::function<bool(std::string_view)>& is_known) const;

 private:
  struct Word {
    std::string term;
    std::string stem;
    std::u32string letters;
  };
  struct Phrase {
    std::string text;
    std::vector<Word> words;
  };

  Word MakeWord(std::string_view term) const;
  std::vector<Word> Read(std::string_view text) const;
  static bool MatchesAt(const Phrase& phrase, const std::vector<Word>& typed, const std::vector<bool>& slips,
                        std::size_t at);
  static bool Matches(const Word& listed, const Word& typed, bool slips);

  text::Analyzer analyzer_;
  std::vector<Phrase> phrases_;  // longest first
};

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_INTENT_WORDS_H_
