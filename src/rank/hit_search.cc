// SPDX-License-Identifier: Apache-2.0
#include "rank/hit_search.h"

#include <algorithm>
#include <tuple>

namespace signpost::rank {
namespace {

// How many times more a posting may count in the corpus than its impact, made with the averages of its segment, says.
double ImpactFactor(const segment::Segment& segment, const std::vector<SearchableAttribute>& attributes,
                    const segment::FieldNorms& of_corpus) {
  std::vector<double> averages;
  for (const std::uint64_t length : segment.meta().field_lengths) {
    averages.push_back(segment.doc_count() == 0 ? 0 : static_cast<double>(length) / segment.doc_count());
  }
  return of_corpus.MostBeside(segment::FieldNorms(attributes, averages));
}

}  // namespace

HitSearch::HitSearch(const segment::Corpus& corpus, const query::Plan& plan,
                     const std::vector<SearchableAttribute>& attributes, const std::vector<Scope>* scopes,
                     Deadline* deadline)
    : corpus_(corpus),
      plan_(plan),
      scopes_(scopes),
      deadline_(deadline),
      norms_(attributes, corpus.average_lengths()),
      formula_(plan),
      policy_(plan) {
  for (std::uint32_t s = 0; s < corpus.segments().size(); ++s) {
    const segment::LiveSegment& live = corpus.segments()[s];
    readers_.emplace_back(live, s, ImpactFactor(live.segment(), attributes, norms_), deadline);
  }
  if (!plan.excluded.empty()) {
    query::Slot slot;
    slot.alternatives = plan.excluded;
    for (std::uint32_t s = 0; s < segment_count(); ++s) {
      readers_[s].Mark(slot, &excluded_.emplace_back(corpus.segments()[s].segment().doc_count()));
    }
  }
  // Under the rules that count words and not information, and when no word has any, what holds any word may be a hit.
  const bool any_word = plan.remove_words != RemoveWords::kByInformation ||
                        std::none_of(plan.slots.begin(), plan.slots.end(),
                                     [](const query::Slot& slot) { return slot.information_weight > 0; });
  for (std::size_t s = 0; s < plan.slots.size(); ++s) {
    if (plan.slots[s].alternatives.empty()) continue;
    (any_word || plan.slots[s].information_weight > 0 ? deciding_ : adding_).push_back(s);
  }
  std::sort(deciding_.begin(), deciding_.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(-policy_.HeldBy(a).information, plan.slots[a].document_count, a) <
           std::tuple(-policy_.HeldBy(b).information, plan.slots[b].document_count, b);
  });
}

}  // namespace signpost::rank
