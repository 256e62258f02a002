// SPDX-License-Identifier: Apache-2.0
#include "segment/phrase.h"

#include <algorithm>
#include <utility>

#include "postings/impact.h"

namespace signpost::segment {
namespace {

using postings::Occurrence;

// Decides for one document after another whether a phrase stands in it. Keeps its memory between them.
class PhraseReader {
 public:
  explicit PhraseReader(std::span<const TermId> terms) : terms_(terms), places_(terms.size()) {}

  bool Holds(postings::TermVector vector) {
    for (std::vector<Occurrence>& places : places_) places.clear();
    while (vector.Next()) {
      for (std::size_t i = 0; i < terms_.size(); ++i) {
        if (terms_[i] == vector.term()) vector.AppendOccurrences(&places_[i]);
      }
    }
    for (std::size_t i = 1; i < terms_.size() && !places_.front().empty(); ++i) ExtendPhrase(places_[i], &places_[0]);
    return !places_.front().empty();
  }

 private:
  const std::span<const TermId> terms_;
  std::vector<std::vector<Occurrence>> places_;  // by term
};

}  // namespace

void ExtendPhrase(std::span<const Occurrence> next, std::vector<Occurrence>* places) {
  auto before = [](const Occurrence& o, std::pair<FieldId, std::uint32_t> place) {
    return std::pair(o.field, o.position) < place;
  };
  std::size_t kept = 0;
  for (Occurrence so_far : *places) {
    const std::uint32_t end = so_far.position + so_far.span;
    const auto follows = std::lower_bound(next.begin(), next.end(), std::pair(so_far.field, end), before);
    if (follows == next.end() || follows->field != so_far.field || follows->position != end) continue;
    so_far.span = static_cast<std::uint16_t>(so_far.span + follows->span);
    (*places)[kept++] = so_far;
  }
  places->resize(kept);
}

PhraseDocuments LiveDocuments(const LiveSegment& live, postings::PostingCursor* list) {
  PhraseDocuments out;
  while (list->NextBlock()) {
    for (std::size_t i = 0; i < list->docs().size(); ++i) {
      if (!live.IsLive(DocId{list->docs()[i]})) continue;
      out.docs.push_back(list->docs()[i]);
      out.impacts.push_back(list->impacts()[i]);
    }
  }
  return out;
}

PhraseDocuments FindPhrase(const LiveSegment& live, std::span<const TermId> terms, std::uint64_t* budget) {
  const Segment& segment = live.segment();
  std::vector<TermId> rarest_first(terms.begin(), terms.end());
  std::sort(rarest_first.begin(), rarest_first.end(), [&](TermId a, TermId b) {
    return std::pair(segment.DocumentCount(a), a) < std::pair(segment.DocumentCount(b), b);
  });
  rarest_first.erase(std::unique(rarest_first.begin(), rarest_first.end()), rarest_first.end());
  std::vector<postings::PostingCursor> others;
  others.reserve(rarest_first.size() - 1);
  for (std::size_t i = 1; i < rarest_first.size(); ++i) others.push_back(segment.Postings(rarest_first[i]));

  PhraseDocuments out;
  PhraseReader reader(terms);
  postings::PostingCursor rarest = segment.Postings(rarest_first.front());
  while (rarest.NextBlock()) {
    for (std::size_t i = 0; i < rarest.docs().size(); ++i) {
      if (*budget == 0) return out;
      --*budget;
      const std::uint32_t doc = rarest.docs()[i];
      std::uint8_t impact = rarest.impacts()[i];
      bool all = live.IsLive(DocId{doc});
      for (std::size_t o = 0; o < others.size() && all; ++o) {
        if (const auto dense = others[o].dense(); !dense.empty() && (doc >= dense.size() || dense[doc] == 0)) {
          all = false;
          break;
        }
        if (!others[o].Seek(doc)) return out;
        all = others[o].docs()[others[o].place()] == doc;
        if (!all) break;
        impact = postings::SmallerImpact(impact, others[o].impacts()[others[o].place()]);
      }
      if (!all || !reader.Holds(segment.Terms(DocId{doc}))) continue;
      out.docs.push_back(doc);
      out.impacts.push_back(impact);
    }
  }
  return out;
}

}  // namespace signpost::segment
