// SPDX-License-Identifier: Apache-2.0
#include "rank/rarest_words.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "base/bits.h"
#include "base/limits.h"

namespace signpost::rank {
namespace {

// Documents that are scored in full.
constexpr std::size_t kScored = 200;
constexpr float kRounding = 1 - 1e-6F;

// What the documents of a segment hold, by document; all zero between searches.
std::vector<float>& InformationOfThisThread(std::uint32_t doc_count) {
  thread_local std::vector<float> out;
  if (out.size() < doc_count) out.resize(doc_count);
  return out;
}

struct Informed {
  float information = 0;
  std::uint32_t segment = 0;
  std::uint32_t doc = 0;
};

// Adds the documents of a segment that hold any of the rarest words.
void AddInformed(const HitSearch& search, std::uint32_t segment, std::vector<Informed>* out) {
  const std::uint32_t doc_count = search.corpus().segments()[segment].segment().doc_count();
  std::vector<float>& information = InformationOfThisThread(doc_count);
  std::vector<std::uint64_t> seen(doc_count / 64 + 1);
  match::DocumentMarks marks(doc_count);
  for (std::size_t w = 0; w < limits::kMaxFindingWords && !search.deadline()->Passed(); ++w) {
    const std::size_t slot = search.deciding()[w];
    const float held = search.policy().HeldBy(slot).information;
    search.reader(segment).Mark(search.plan().slots[slot], &marks);
    ForEachBit(marks.held, [&](std::uint32_t doc) {
      information[doc] += held;
      return true;
    });
    for (std::size_t i = 0; i < seen.size(); ++i) seen[i] |= std::exchange(marks.held[i], 0);
  }
  ForEachBit(seen, [&](std::uint32_t doc) {
    const float held = std::exchange(information[doc], 0.0F);
    if (search.Admits(segment, doc)) out->push_back({held, segment, doc});
    return true;
  });
}

}  // namespace

void FindBestByRarest(const HitSearch& search, std::size_t count, Refiner* refiner) {
  std::vector<Informed> informed;
  for (std::uint32_t s = 0; s < search.segment_count(); ++s) AddInformed(search, s, &informed);
  float least = 0;
  if (const std::size_t scored = std::max(count, kScored); informed.size() > scored) {
    std::vector<float> most;
    most.reserve(informed.size());
    for (const Informed& document : informed) most.push_back(document.information);
    const auto last = most.begin() + static_cast<std::ptrdiff_t>(scored) - 1;
    std::nth_element(most.begin(), last, most.end(), std::greater<>());
    least = *last * kRounding;
  }
  const match::HitRule rule{.needed = 0, .least_information = search.policy().least_information()};
  for (const Informed& document : informed) {
    if (document.information >= least) refiner->Score({.segment = document.segment, .doc = document.doc}, rule);
  }
}

}  // namespace signpost::rank
