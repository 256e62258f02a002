// SPDX-License-Identifier: Apache-2.0
// query_damage.h — queries as they are mistyped or half typed, to measure what answers survive it.
//
// Words:    runs of letters of the Latin script. Text between white space that holds a digit is left alone: a code with
//           another letter is another code.
// Letters:  code points. A letter that is put in is one of a to z.
// Random:   a damaged query follows from the query, the way and the seed, with every standard library.
#ifndef SIGNPOST_CLI_QUERY_DAMAGE_H_
#define SIGNPOST_CLI_QUERY_DAMAGE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signpost::cli {

enum class Damage {
  kOne,            // one edit in one random word of five letters or more
  kTwo,            // two edits in one random word of eight letters or more
  kPrefix,         // the query ends in the middle of its last word, of four letters or more: half of them, rounded up
  kPrefixAndTypo,  // both: kPrefix, then kOne in what is left
};

struct DamageName {
  std::string_view name;
  Damage damage;
};
constexpr std::array<DamageName, 4> kDamageNames = {{{"one", Damage::kOne},
                                                     {"two", Damage::kTwo},
                                                     {"prefix", Damage::kPrefix},
                                                     {"prefix+typo", Damage::kPrefixAndTypo}}};

// Returns the damaged query, or nothing where the query has no words for it. An edit inserts, deletes or replaces a
// letter or swaps two neighbours; the word is then exactly one or two edits (restricted Damerau-Levenshtein) away.
std::optional<std::string> DamageQuery(std::string_view query, Damage damage, std::uint64_t seed);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_QUERY_DAMAGE_H_
