// SPDX-License-Identifier: Apache-2.0
// hit_policy.h — which documents are hits, decided apart from their order.
//
// Information: of a document, the sum of the inverse document frequencies of the query's words that it holds, whatever
//           alternative stands for them; stop words count a fifth, guessed ones less, optional words and a CJK character
//           inside a longer run not at all.
// Rules:    RemoveWords in signpost/settings.h says what callers may choose. By information, a hit holds at least
//           kMinimumShare of the information of all words that any document holds. Of a query of up to kShortQueryWords
//           words that say something it also holds as much as the kEnoughHits-th best informed document: all words when
//           that many documents hold them all; else words are given up, the least informative first.
// Always:   a hit holds every quoted phrase; under TypoMode kMin and kStrict, the fewest edits.
//
// docs/relevance.md compares it with others.
#ifndef SIGNPOST_MATCH_HIT_POLICY_H_
#define SIGNPOST_MATCH_HIT_POLICY_H_

#include <cstdint>
#include <vector>

#include "query/plan.h"

namespace signpost::match {

inline constexpr double kMinimumShare = 0.05;
inline constexpr std::size_t kShortQueryWords = 4;
inline constexpr std::size_t kEnoughHits = 30;
// A word that is only guessed, for which nothing but typos stands, counts less in a document, so that a wrong guess
// excludes none that holds the rest.
inline constexpr double kGuessedInformation = 0.3;

// What a document holds of a query; the contributions of its slots add up.
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

class HitPolicy {
 public:
  explicit HitPolicy(const query::Plan& plan);

  // Tells of slot number `slot`: its inverse document frequency and whether any document holds it. Returns what holding
  // it is, edits aside. Call once for each slot that was looked up.
  Held Add(std::size_t slot, double idf, bool found);

  // Decides what a hit must hold, given all documents that hold anything. Call once, after Add.
  void Settle(const std::vector<Held>& documents);

  bool IsHit(const Held& held) const {
    return HoldsWords(held) && held.edits <= most_edits_;
  }

 private:
  bool HoldsWords(const Held& held) const {
    return held.information >= least_information_ && (held.words & needed_) == needed_;
  }
  void SettleWords(const std::vector<Held>& documents);
  float LeastInformation(const std::vector<Held>& documents) const;
  std::vector<std::uint64_t> Attempts() const;

  const query::Plan& plan_;
  std::vector<std::uint64_t> bits_;  // by slot; 0: it decides nothing
  std::uint64_t quoted_ = 0;         // words that every hit holds
  std::uint64_t found_ = 0;          // words that some document holds
  std::size_t content_words_ = 0;    // found, and no stop words
  double information_ = 0;           // of the words that some document holds

  std::uint64_t needed_ = 0;
  float least_information_ = 0;
  std::uint32_t most_edits_ = UINT32_MAX;
};

}  // namespace signpost::match

#endif  // SIGNPOST_MATCH_HIT_POLICY_H_
