// SPDX-License-Identifier: Apache-2.0
// compound.h — words that are written together: which parts a compound may have. No dictionary: who asks checks the
// candidates against the words of the index, so nothing is split into parts that no document says.
//
// A part may stand in another form than alone (Schul|buch, Schule): look for candidates by their stem class.
// Views:    the candidates are pieces of the term that was passed in.
// Cost:     a few comparisons for each linking element of the pack; splits, that for each letter of the term.
// Not here: what a part must be to count, and what it costs (query/plan.h).
// Example:  FirstParts(german, "terrassenschrauben", "schrauben") gives "terrassen", "terrasse", "terrass".
#ifndef SIGNPOST_TEXT_COMPOUND_H_
#define SIGNPOST_TEXT_COMPOUND_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace signpost::text {

struct LanguagePack;

// Shorter parts are endings and prefixes more often than words: Ver|ein, an|er.
constexpr std::size_t kMinPartLetters = 4;
// A candidate of three letters beside a part that is known and longer: Tür|griff, Box|größe.
constexpr std::size_t kMinRestLetters = 3;

struct CompoundSplit {
  std::string_view first;   // without the linking element
  std::string_view second;  // as it stands, inflected
};

// Returns the terms that end a compound whose last part is `word` in some form: the word itself first, then with each
// ending of the pack. None where the language has no compounds or the word is shorter than kMinPartLetters.
std::vector<std::string> LastPartForms(const LanguagePack& pack, std::string_view word);

// Returns what may stand before `last` in `compound`, with and without each linking element, longest first. None when
// `compound` does not end with `last`, when the language has no compounds, or when either part is too short. A stop word
// is never a part: über and nach before a noun make another word of it.
std::vector<std::string_view> FirstParts(const LanguagePack& pack, std::string_view compound, std::string_view last);

// The same for what may stand behind `first`, which the compound begins with.
std::vector<std::string_view> LastParts(const LanguagePack& pack, std::string_view compound, std::string_view first);

// Returns every way to cut `compound` in two parts of kMinPartLetters or more, by the place of the cut from left to
// right, then the longest first part first. None where the language has no compounds, and for a term with anything but
// letters in it.
std::vector<CompoundSplit> CompoundSplits(const LanguagePack& pack, std::string_view compound);

}  // namespace signpost::text

#endif  // SIGNPOST_TEXT_COMPOUND_H_
