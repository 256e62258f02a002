// SPDX-License-Identifier: Apache-2.0
// Terms are short: the hash is compiled in, so that it costs no call.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "segment/term_table.h"

namespace signpost::segment {

TermTable::TermTable() : places_(1 << 12) {}

std::uint32_t TermTable::Add(std::string_view term, std::uint32_t doc) {
  const std::uint32_t number = Find(term);
  Term& known = terms_[number];
  if (known.last_document != doc) ++known.documents;
  known.last_document = doc;
  return number;
}

// Returns the number of a term, a new one if it is not known.
std::uint32_t TermTable::Find(std::string_view term) {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
  const std::size_t mask = places_.size() - 1;
  std::size_t at = hash & mask;
  for (; places_[at].number != kEmpty; at = (at + 1) & mask) {
    if (places_[at].hash == hash && terms_[places_[at].number].text == term) return places_[at].number;
  }
  const auto number = static_cast<std::uint32_t>(terms_.size());
  places_[at] = {.hash = hash, .number = number};
  terms_.push_back({.text = texts_.Add(term)});
  if (2 * terms_.size() > places_.size()) Grow();
  return number;
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
