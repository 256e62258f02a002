// SPDX-License-Identifier: Apache-2.0
// Terms are short: the hash is compiled in, so that it costs no call.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "segment/term_table.h"

#include <algorithm>
#include <cstring>

namespace signpost::segment {

TermTable::TermTable() : places_(1 << 10) {}

// True when the term at `place` is `text`, of which `term` has hash, size and beginning.
bool TermTable::Holds(const Place& place, const Place& term, std::string_view text) const {
  if (place.hash != term.hash || place.size != term.size) return false;
  if (text.size() <= kInlineBytes) return std::memcmp(place.text, term.text, kInlineBytes) == 0;
  return texts_[place.number] == text;
}

std::uint32_t TermTable::Prepare(std::string_view term) const {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
  __builtin_prefetch(&places_[hash & (places_.size() - 1)]);
  return hash;
}

std::uint32_t TermTable::Add(std::string_view term, std::uint32_t hash, std::uint32_t doc) {
  Place wanted{.hash = hash, .size = static_cast<std::uint8_t>(term.size())};
  if (term.size() <= kInlineBytes) std::memcpy(wanted.text, term.data(), term.size());
  const std::size_t mask = places_.size() - 1;
  std::size_t at = wanted.hash & mask;
  while (places_[at].number != kEmpty && !Holds(places_[at], wanted, term)) at = (at + 1) & mask;
  Place& place = places_[at];
  if (place.number == kEmpty) {
    wanted.number = static_cast<std::uint32_t>(texts_.size());
    place = wanted;
    texts_.push_back(arena_.Add(term));
  }
  if (place.last_document != doc) ++place.documents;
  place.last_document = doc;
  const std::uint32_t number = place.number;
  if (2 * texts_.size() > places_.size()) Grow();
  return number;
}

std::vector<std::uint32_t> TermTable::DocumentCounts() const {
  std::vector<std::uint32_t> out(texts_.size());
  for (const Place& place : places_) {
    if (place.number != kEmpty) out[place.number] = place.documents;
  }
  return out;
}

void TermTable::Grow() {
  std::vector<Place> old(places_.size() * 2);
  old.swap(places_);
  const std::size_t mask = places_.size() - 1;
  for (const Place& place : old) {
    if (place.number == kEmpty) continue;
    std::size_t at = place.hash & mask;
    while (places_[at].number != kEmpty) at = (at + 1) & mask;
    places_[at] = place;
  }
}

}  // namespace signpost::segment
