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

AllWords::AllWords(const HitSearch& search) : search_(search), bounds_(search.plan().slots.size()) {}

std::vector<Candidate> AllWords::Run(std::uint64_t needed) {
  const match::HitPolicy& policy = search_.policy();
  found_.clear();
  enough_ = policy.least_information();
  const std::vector<std::size_t> drivers = Drivers(needed);
  float rest = 0;  // information of documents that hold none of the words gone through: at most
  for (const std::size_t slot : drivers) rest += policy.HeldBy(slot).information;
  std::vector<std::size_t> done;
  std::vector<float> information;
  for (const std::size_t driver : drivers) {
    if (needed == 0 && found_.size() > match::kEnoughHits && rest < enough_ * kRounding) break;
    if (search_.deadline()->Passed()) break;
    FindWith(driver, needed, done);
    done.push_back(driver);
    rest -= policy.HeldBy(driver).information;
    if (!policy.wants_enough() || found_.size() <= match::kEnoughHits) continue;
    information.clear();
    for (const Found& found : found_) information.push_back(found.held.information);
    enough_ = policy.Enough(&information);
  }

  std::vector<match::Held> held;
  for (const Found& found : found_) held.push_back(found.held);
  const match::HitRule rule = policy.Settle(held);
  std::vector<Candidate> hits;
  for (const Found& found : found_) {
    if (rule.IsHit(found.held)) hits.push_back(found.candidate);
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
  match::WordDocuments of_driver;
  for (segment_ = 0; segment_ < search_.segment_count(); ++segment_) {
    search_.reader(segment_).ReadAll(search_.plan().slots[driver], &of_driver);
    docs_.swap(of_driver.docs);
    bounds_[driver].swap(of_driver.bounds);
    looked_for_ = {driver};
    KeepIf([this](std::size_t i) { return search_.Admits(segment_, docs_[i]); });

    float rest = 0;
    for (const std::size_t slot : search_.deciding()) rest += slot == driver ? 0 : policy.HeldBy(slot).information;
    for (const bool must : {true, false}) {  // what leaves the fewest first
      for (const std::size_t slot : search_.deciding()) {
        if (slot == driver || ((policy.HeldBy(slot).words & needed) != 0) != must) continue;
        Probe(slot);
        if (must) {
          KeepIf([&](std::size_t i) { return bounds_[slot][i].pooled > 0; });
        } else if (Holds(done, slot)) {
          KeepIf([&](std::size_t i) { return bounds_[slot][i].pooled == 0; });
        }
        rest -= policy.HeldBy(slot).information;
        if (found_.size() <= match::kEnoughHits || enough_ <= policy.least_information()) continue;
        KeepIf([&](std::size_t i) {
          float information = rest;
          for (const std::size_t s : looked_for_) {
            if (bounds_[s][i].pooled > 0) information += policy.HeldBy(s).information;
          }
          return information >= enough_ * kRounding;
        });
      }
    }
    for (const std::size_t slot : search_.adding()) Probe(slot);
    Keep(segment_);
  }
}

void AllWords::Probe(std::size_t slot) {
  bounds_[slot].assign(docs_.size(), {});
  search_.reader(segment_).Probe(search_.plan().slots[slot], docs_, bounds_[slot]);
  looked_for_.push_back(slot);
}

// Adds what is left of the documents of one segment.
void AllWords::Keep(std::uint32_t segment) {
  std::sort(looked_for_.begin(), looked_for_.end());
  for (std::size_t i = 0; i < docs_.size(); ++i) {
    ScoreBound bound;
    match::Held held;
    for (const std::size_t slot : looked_for_) {
      const match::WordBound& word = bounds_[slot][i];
      if (word.pooled == 0) continue;
      bound += search_.formula().BoundOf(slot, word);
      held += search_.policy().HeldBy(slot);
      held.edits += word.edits;
    }
    found_.push_back({{segment, docs_[i], static_cast<float>(search_.formula().Bound(bound))}, held});
  }
}

// Leaves the documents of which wanted(place) is true.
template <typename Wanted>
void AllWords::KeepIf(Wanted wanted) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < docs_.size(); ++i) {
    if (!wanted(i)) continue;
    if (kept != i) {
      docs_[kept] = docs_[i];
      for (const std::size_t slot : looked_for_) bounds_[slot][kept] = bounds_[slot][i];
    }
    ++kept;
  }
  docs_.resize(kept);
  for (const std::size_t slot : looked_for_) bounds_[slot].resize(kept);
}

}  // namespace signpost::rank
