// SPDX-License-Identifier: Apache-2.0
// hit_policy.h — which documents are hits, decided apart from their order.
//
// Information: of a document, the sum of the inverse document frequencies of the query's words that it holds, whatever
//           alternative stands for them; stop words count a fifth, guessed ones less, optional words and a CJK character
//           inside a longer run not at all.
// Rules:    RemoveWords in signpost/settings.h says what callers may choose. By information, a hit holds at least
//           kMinimumShare of the information of all words that any document holds, of a very long query of its
//           limits::kMaxFindingWords rarest. Of a query of up to kShortQueryWords
//           words that say something it also holds as much as the kEnoughHits-th best informed document: all words when
//           that many documents hold them all; else words are given up, the least informative first.
// Always:   a hit holds every quoted phrase; under TypoMode kMin and kStrict, the fewest edits.
//
// docs/relevance.md compares it with others.
#ifndef SIGNPOST_MATCH_HIT_POLICY_H_
#define SIGNPOST_MATCH_HIT_POLICY_H_

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <absl/container/flat_hash_map.h>

#include "query/plan.h"

namespace signpost::match {

inline constexpr double kMinimumShare = 0.05;
inline constexpr std::size_t kShortQueryWords = 4;
inline constexpr std::size_t kEnoughHits = 30;
// A word that is only guessed, for which nothing but typos stands, counts less in a document, so that a wrong guess
// excludes none that holds the rest.
inline constexpr double kGuessedInformation = 0.3;

// What a document holds of a query; the contributions of its slots add up, in the order of the query, so that equal
// documents hold equally much to the last bit.
struct Held {
  float information = 0;
  std::uint32_t edits = 0;
  std::uint64_t words = 0;  // one bit for each of the first 64 that decide: quoted phrases, then words

  Held& operator+=(const Held& other) {
    information += other.information;
    words |= other.words;
    edits += other.edits;
    return *this;
  }
};

// What a hit of one search holds.
struct HitRule {
  std::uint64_t needed = 0;  // words
  float least_information = 0;
  std::uint32_t most_edits = UINT32_MAX;

  bool HoldsWords(const Held& held) const {
    return held.information >= least_information && (held.words & needed) == needed;
  }
  bool IsHit(const Held& held) const { return HoldsWords(held) && held.edits <= most_edits; }
};

// How many documents hold how much: they are many, the different sums are few.
class InformationTally {
 public:
  void Add(float information) {
    ++size_;
    Count& count = recent_[std::bit_cast<std::uint32_t>(information) * kMixer >> (32 - kRecentBits)];
    if (count.information != information) {
      Keep(count);
      count = {.information = information, .documents = 0};
    }
    ++count.documents;
  }
  std::size_t size() const { return size_; }

  // Returns what the `rank`-th best informed document holds, from 1. REQUIRES: 1 <= rank <= size().
  float Best(std::size_t rank) const;

 private:
  struct Count {
    float information = 0;
    std::size_t documents = 0;
  };
  static constexpr int kRecentBits = 6;
  static constexpr std::uint32_t kMixer = 2'654'435'769;  // 2^32 / golden ratio (Knuth, TAOCP 3, section 6.4)

  void Keep(const Count& count) {
    if (count.documents > 0) counts_[count.information] += count.documents;
  }

  std::array<Count, std::size_t{1} << kRecentBits> recent_{};  // not yet in counts_, by hash
  absl::flat_hash_map<float, std::size_t> counts_;
  std::size_t size_ = 0;
};

class HitPolicy {
 public:
  // `plan` must outlive the policy.
  explicit HitPolicy(const query::Plan& plan);

  // What holding a word is, edits aside.
  const Held& HeldBy(std::size_t slot) const { return held_[slot]; }

  // What a hit must hold at least: one of these sets of words, the first that any document holds, and so much
  // information. Of an empty set and no information, anything.
  const std::vector<std::uint64_t>& attempts() const { return attempts_; }
  float least_information() const { return least_information_; }

  // True when a hit must also hold as much as the kEnoughHits-th best informed document that holds attempts().front().
  bool wants_enough() const { return wants_enough_; }
  // Returns that much, given what documents hold; those that hold the most must be among them.
  float Enough(const InformationTally& documents) const;

  // Decides, given all documents that may be hits.
  HitRule Settle(const std::vector<Held>& documents) const;

 private:
  std::vector<std::uint64_t> RemovalAttempts(std::uint64_t found) const;

  const query::Plan& plan_;
  std::vector<Held> held_;  // by slot
  std::vector<std::uint64_t> attempts_;
  float least_information_ = 0;
  bool wants_enough_ = false;
};

}  // namespace signpost::match

#endif  // SIGNPOST_MATCH_HIT_POLICY_H_
