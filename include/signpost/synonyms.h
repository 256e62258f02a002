// SPDX-License-Identifier: Apache-2.0
// synonyms.h — words that mean the same although they share no letters.
//
// Holds:    plain data. Given to Index::SetSynonyms; applied when a query is planned, so no document is re-indexed.
// Effect:   a document that says it in other words matches, and ranks below one that uses the words of the query, unless
//           Settings::alternatives_as_exact says otherwise. Several words stand side by side, in the query and in the
//           document. Any form of a word stands for any other, and a word of a synonym may be mistyped, or half typed
//           at the end of the query, when no document holds what was typed. A document that holds what a synonym offers
//           holds all the words that it replaces. Synonyms do not lead on to others: `a = b` and `b = c` do not make
//           `a` find `c`.
// Bounds:   limits::kMaxSynonyms in one index, of any number of words; of one run of words the first
//           limits::kMaxReplacements others are looked for.
// Threads:  plain value types.
// Cost:     a query pays for its own length, whatever the number of synonyms. The first query in a language that the index
//           did not hold when the synonyms were set pays for preparing them.
// Example:  signpost::Synonym refund{.object_id = "refund", .lang = "en", .synonyms = {"refund", "money back"}};
//           signpost::Synonym parcel{.object_id = "parcel", .type = signpost::SynonymType::kOneWay,
//                                    .input = "parcel", .synonyms = {"package"}};
//           signpost::Synonym street{.object_id = "street", .type = signpost::SynonymType::kPlaceholder,
//                                    .input = "<street>", .synonyms = {"Main Street", "Broadway"}};
//           docs/synonyms.md has what each of them finds.
#ifndef SIGNPOST_SYNONYMS_H_
#define SIGNPOST_SYNONYMS_H_

#include <string>
#include <vector>

namespace signpost::inline v0 {

enum class SynonymType {
  kMultiWay,        // every one of `synonyms` finds every other
  kOneWay,          // `input` finds each of `synonyms`, not the other way round
  kAltCorrection1,  // as kOneWay, but what is found counts as one typo; nothing where typos are off
  kAltCorrection2,  // the same as two typos
  kPlaceholder,     // each of `synonyms` finds the documents that hold `input`, written there as `<name>`
};

struct Synonym {
  std::string object_id;  // required, unique in one list
  SynonymType type = SynonymType::kMultiWay;
  // Language of queries it applies to, and of its words; empty: all, its words being read in the language of each query.
  std::string lang;
  // Not of kMultiWay. One or several words; of kPlaceholder `<`, ASCII letters, digits, `_` or `-`, and `>`, in any case.
  std::string input;
  std::vector<std::string> synonyms;  // each one or several words; kMultiWay: at least two, else at least one

  bool operator==(const Synonym&) const = default;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_SYNONYMS_H_
