// SPDX-License-Identifier: Apache-2.0
// weights.h — what an alternative counts beside the exact word. docs/relevance.md has the experiments.
#ifndef SIGNPOST_QUERY_WEIGHTS_H_
#define SIGNPOST_QUERY_WEIGHTS_H_

namespace signpost::query {

inline constexpr double kIdentifierWeight = 0.9;
inline constexpr double kPrefixWeight = 0.7;
inline constexpr double kLonePrefixWeight = 1;  // when neither the word nor another form of it is a term
inline constexpr double kStemWeight = 0.5;
inline constexpr double kCompoundWeight = 0.3;
inline constexpr double kInnerWeight = 0.3;
inline constexpr double kJoinedWeight = 0.5;
inline constexpr double kSplitWeight = 0.5;
inline constexpr double kSynonymWeight = 0.5;
// Of the weight of a synonym: an alternative correction, by the typos that it counts as.
inline constexpr double kAltCorrection1Factor = 0.8;
inline constexpr double kAltCorrection2Factor = 0.6;
// Typos stand for a word for which nothing but a split does, so they compete with other words of the query. The likeliest term
// (typo_model.h) counts this much, the others by their likelihood beside it.
inline constexpr double kTypoWeight = 0.8;
inline constexpr double kDoubtedTypoWeight = 0.4;  // beside a word that stands in a few documents
inline constexpr double kTypoPrefixFactor = 0.6;   // beside the same edits in a whole word
inline constexpr double kTypoShareExponent = 0.25;
inline constexpr double kMinTypoShare = 0.01;  // below it a term is left out

// A pair of CJK characters is what a hit must hold; its characters are most of the score.
inline constexpr double kCjkCharacterWeight = 0.5;
inline constexpr double kCjkPairWeight = 0.1;
// A stop word decides less about what is a hit than another word as frequent.
inline constexpr double kStopWordInformation = 0.2;
// And its occurrences outside the title count less.
inline constexpr double kStopWordFactor = 0.2;

}  // namespace signpost::query

#endif  // SIGNPOST_QUERY_WEIGHTS_H_
