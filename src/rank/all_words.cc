// SPDX-License-Identifier: Apache-2.0
#include "rank/all_words.h"

#include <algorithm>

namespace signpost::rank {
namespace {

// Sums of information in another order than Held's differ in their last bits.
constexpr float kRounding = 1 - 1e-4F;

bool Holds(const std::vector<std::size_t>& slots, std::size_t slot) {
  return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

}  // namespace

AllWords::Workspace& AllWords::OfThisThread() {
  thread_local Workspace work;
  return work;
}

AllWords::AllWords(const HitSearch& search) : search_(search), work_(OfThisThread()) {
  work_.bounds.resize(std::max(work_.bounds.size(), search.plan().slots.size()));
}

std::vector<Candidate> AllWords::Run(std::uint64_t needed) {
  const match::HitPolicy& policy = search_.policy();
  work_.found.clear();
  tally_ = {};
  enough_ = policy.least_information();
  const std::vector<std::size_t> drivers = Drivers(needed);
  float rest = 0;  // information of documents that hold none of the words gone through: at most
  for (const std::size_t slot : drivers) rest += policy.HeldBy(slot).information;
  std::vector<std::size_t> done;
  for (const std::size_t driver : drivers) {
    if (needed == 0 && rest < enough_ * kRounding) break;
    if (search_.deadline()->Passed()) break;
    FindWith(driver, needed, done);
    done.push_back(driver);
    rest -= policy.HeldBy(driver).information;
  }

  std::uint32_t most_edits = UINT32_MAX;
  const TypoMode mode = search_.plan().typo_mode;
  std::erase_if(work_.found, [this](const Found& found) { return found.information < enough_; });
  if ((mode == TypoMode::kMin || mode == TypoMode::kStrict) && !work_.found.empty()) {
    for (const Found& found : work_.found) most_edits = std::min(most_edits, found.edits);
    most_edits += mode == TypoMode::kStrict ? 1 : 0;
  }
  std::vector<Candidate> hits;
  hits.reserve(work_.found.size());
  for (const Found& found : work_.found) {
    if (found.edits <= most_edits) hits.push_back(found.candidate);
  }
  return hits;
}

// The words whose documents are gone through: one that every hit holds, or else the rarest first.
std::vector<std::size_t> AllWords::Drivers(std::uint64_t needed) const {
  if (needed == 0) return search_.deciding();
  std::vector<std::size_t> of_needed;
  std::uint64_t found = 0;
  for (const std::size_t slot : search_.deciding()) {
    const std::uint64_t words = search_.policy().HeldBy(slot).words;
    found |= words;
    if ((words & needed) != 0) of_needed.push_back(slot);
  }
  if ((found & needed) != needed) return {};
  auto fewer = [this](std::size_t a, std::size_t b) {
    return search_.plan().slots[a].document_count < search_.plan().slots[b].document_count;
  };
  return {*std::min_element(of_needed.begin(), of_needed.end(), fewer)};
}

// Adds the documents that hold `driver` and none of `done`, unless they cannot be hits.
void AllWords::FindWith(std::size_t driver, std::uint64_t needed, const std::vector<std::size_t>& done) {
  const match::HitPolicy& policy = search_.policy();
  std::vector<std::vector<match::WordBound>>& bounds = work_.bounds;
  for (segment_ = 0; segment_ < search_.segment_count(); ++segment_) {
    search_.reader(segment_).ReadAll(search_.plan().slots[driver], &work_.of_driver);
    work_.docs.swap(work_.of_driver.docs);
    bounds[driver].swap(work_.of_driver.bounds);
    work_.looked_for = {driver};
    if (search_.restricts()) KeepIf([this](std::size_t i) { return search_.Admits(segment_, work_.docs[i]); });

    float rest = 0;
    for (const std::size_t slot : search_.deciding()) rest += slot == driver ? 0 : policy.HeldBy(slot).information;
    for (const bool must : {true, false}) {  // what leaves the fewest first
      for (const std::size_t slot : search_.deciding()) {
        if (slot == driver || ((policy.HeldBy(slot).words & needed) != 0) != must) continue;
        Probe(slot);
        if (must) {
          KeepIf([&](std::size_t i) { return bounds[slot][i].pooled > 0; });
        } else if (Holds(done, slot)) {
          KeepIf([&](std::size_t i) { return bounds[slot][i].pooled == 0; });
        }
        rest -= policy.HeldBy(slot).information;
        if (enough_ <= policy.least_information()) continue;
        KeepIf([&](std::size_t i) {
          float information = rest;
          for (const std::size_t s : work_.looked_for) {
            if (bounds[s][i].pooled > 0) information += policy.HeldBy(s).information;
          }
          return information >= enough_ * kRounding;
        });
      }
    }
    for (const std::size_t slot : search_.adding()) Probe(slot);
    Keep();
  }
}

void AllWords::Probe(std::size_t slot) {
  std::vector<match::WordBound>& bounds = work_.bounds[slot];
  bounds.assign(work_.docs.size(), {});
  search_.reader(segment_).Probe(search_.plan().slots[slot], work_.docs, bounds);
  work_.looked_for.push_back(slot);
}

// Adds what may be hits of the documents that are left: first what they hold is known of all, then what they may score of
// those that hold enough.
void AllWords::Keep() {
  std::sort(work_.looked_for.begin(), work_.looked_for.end());
  work_.information.assign(work_.docs.size(), 0);
  for (const std::size_t slot : work_.looked_for) {
    const float held = search_.policy().HeldBy(slot).information;
    const std::vector<match::WordBound>& bounds = work_.bounds[slot];
    for (std::size_t i = 0; i < work_.docs.size(); ++i) work_.information[i] += bounds[i].pooled > 0 ? held : 0;
  }
  for (const float information : work_.information) tally_.Add(information);
  enough_ = search_.policy().Enough(tally_);
  for (std::size_t i = 0; i < work_.docs.size(); ++i) {
    if (work_.information[i] < enough_) continue;
    ScoreBound bound;
    std::uint32_t edits = 0;
    for (const std::size_t slot : work_.looked_for) {
      const match::WordBound& word = work_.bounds[slot][i];
      bound += search_.formula().BoundOf(slot, word);
      edits += word.pooled > 0 ? word.edits : 0;
    }
    work_.found.push_back(
        {.candidate = {segment_, work_.docs[i], static_cast<float>(search_.formula().Bound(bound)), bound},
         .information = work_.information[i],
         .edits = edits});
  }
}

// Leaves the documents of which wanted(place) is true.
template <typename Wanted>
void AllWords::KeepIf(Wanted wanted) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < work_.docs.size(); ++i) {
    if (!wanted(i)) continue;
    if (kept != i) {
      work_.docs[kept] = work_.docs[i];
      for (const std::size_t slot : work_.looked_for) work_.bounds[slot][kept] = work_.bounds[slot][i];
    }
    ++kept;
  }
  work_.docs.resize(kept);
  for (const std::size_t slot : work_.looked_for) work_.bounds[slot].resize(kept);
}

}  // namespace signpost::rank
