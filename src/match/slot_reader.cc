// SPDX-License-Identifier: Apache-2.0
#include "match/slot_reader.h"

#include <array>
#include <bit>
#include <optional>
#include <utility>

#include "postings/impact.h"
#include "postings/posting_list.h"

namespace signpost::match {
namespace {

// Fewer documents are sorted.
constexpr std::uint64_t kFewDocuments = 64;
// A list is walked when it is so many times shorter than what is looked for in it.
constexpr std::size_t kMuchShorter = 8;

// A phrase's documents, read like a posting list.
class PhraseCursor {
 public:
  explicit PhraseCursor(const segment::PhraseDocuments& documents) : documents_(documents) {}

  std::uint32_t count() const { return static_cast<std::uint32_t>(documents_.docs.size()); }
  bool NextBlock() { return count() > 0 && !std::exchange(read_, true); }
  bool SeekBlock(std::uint32_t target) const { return count() > 0 && documents_.docs.back() >= target; }
  std::span<const std::uint32_t> docs() const { return documents_.docs; }
  std::span<const std::uint8_t> impacts() const { return documents_.impacts; }

 private:
  const segment::PhraseDocuments& documents_;
  bool read_ = false;
};

std::span<const std::uint8_t> DenseOf(const postings::PostingCursor& cursor) { return cursor.dense(); }
std::span<const std::uint8_t> DenseOf(const PhraseCursor&) { return {}; }

// What a thread needs to unite lists; all zero between calls.
struct Union {
  std::vector<WordBound> bounds;    // by document
  std::vector<std::uint64_t> bits;  // documents that are in

  static Union& OfThisThread(std::uint32_t doc_count) {
    thread_local Union out;
    if (out.bounds.size() < doc_count) {
      out.bounds.resize(doc_count);
      out.bits.resize(doc_count / 64 + 1);
    }
    return out;
  }

  void Add(std::uint32_t doc, const WordBound& bound) {
    bits[doc / 64] |= std::uint64_t{1} << (doc % 64);
    bounds[doc].Add(bound);
  }

  // Moves the documents to `out` in their order.
  void Take(std::uint32_t doc_count, WordDocuments* out) {
    for (std::size_t w = 0; w <= doc_count / 64; ++w) {
      for (std::uint64_t rest = std::exchange(bits[w], 0); rest != 0; rest &= rest - 1) {
        const auto doc = static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
        out->docs.push_back(doc);
        out->bounds.push_back(std::exchange(bounds[doc], {}));
      }
    }
  }
};

// Documents of a probe, to be met by the documents of many lists.
class DocumentBits {
 public:
  // REQUIRES: `docs` ascending, below `doc_count`, and valid as long as this is.
  DocumentBits(std::span<const std::uint32_t> docs, std::uint32_t doc_count) : docs_(docs), words_(OfThisThread()) {
    if (words_.size() <= doc_count / 64) words_.resize(doc_count / 64 + 1);
    for (std::size_t i = 0; i < docs.size(); ++i) {
      Word& word = words_[docs[i] / 64];
      if (word.bits == 0) word.first = static_cast<std::uint32_t>(i);
      word.bits |= std::uint64_t{1} << (docs[i] % 64);
    }
  }
  ~DocumentBits() {
    for (const std::uint32_t doc : docs_) words_[doc / 64].bits = 0;
  }
  DocumentBits(const DocumentBits&) = delete;
  DocumentBits& operator=(const DocumentBits&) = delete;

  bool Has(std::uint32_t doc) const { return (words_[doc / 64].bits >> (doc % 64) & 1) != 0; }
  // Returns the place of a document among them. REQUIRES: Has(doc).
  std::size_t PlaceOf(std::uint32_t doc) const {
    std::size_t place = words_[doc / 64].first;
    while (docs_[place] != doc) ++place;
    return place;
  }

 private:
  // 64 documents. All bits are zero between probes.
  struct Word {
    std::uint64_t bits = 0;
    std::uint32_t first = 0;  // place of the first of them
  };
  static std::vector<Word>& OfThisThread() {
    thread_local std::vector<Word> out;
    return out;
  }

  std::span<const std::uint32_t> docs_;
  std::vector<Word>& words_;
};

// Marks the documents of a list that has a byte for each.
void MarkDense(std::span<const std::uint8_t> impacts, DocumentMarks* out) {
  for (std::size_t w = 0; w * 64 < impacts.size(); ++w) {
    const auto bytes = impacts.subspan(w * 64, std::min<std::size_t>(64, impacts.size() - w * 64));
    std::uint64_t held = 0, in_title = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      held |= std::uint64_t{bytes[i] != 0} << i;
      in_title |= std::uint64_t{(bytes[i] & postings::kTitleBit) != 0} << i;
    }
    out->held[w] |= held;
    out->in_title[w] |= in_title;
  }
}

}  // namespace

// How to read one list: what each of its documents holds of the word.
class SlotReader::Source {
 public:
  Source(const segment::Segment& segment, const query::Slot& slot, const query::Alternative& alternative,
         lexicon::TermRange terms, double impact_factor)
      : segment_(segment),
        terms_(terms),
        fields_(alternative.fields),
        restricted_((~alternative.fields & ((1u << segment.field_count()) - 1)) != 0),
        edits_(static_cast<std::uint8_t>(alternative.edits)),
        bounds_(postings::ImpactBounds()),
        factors_{static_cast<float>(AlternativeFactor(slot, alternative, false) * impact_factor),
                 static_cast<float>(AlternativeFactor(slot, alternative, true) * impact_factor)} {}

  WordBound Bound(std::uint8_t impact) const {
    const bool in_title = (impact & postings::kTitleBit) != 0;
    return {.pooled = bounds_[impact] * factors_[in_title ? 1 : 0], .edits = edits_, .in_title = in_title};
  }

  // True when every document that holds the term holds it in a field in which it counts.
  bool CountsEverywhere() const { return !restricted_; }
  // True when the document holds the term in a field in which it counts. REQUIRES: it holds the term.
  bool Counts(std::uint32_t doc) const {
    if (!restricted_) return true;
    std::vector<postings::Occurrence> places;
    for (postings::TermVector terms = segment_.Terms(DocId{doc}); terms.Next();) {
      if (terms_.begin <= Raw(terms.term()) && Raw(terms.term()) < terms_.end) terms.AppendOccurrences(&places);
    }
    return std::any_of(places.begin(), places.end(),
                       [this](const postings::Occurrence& o) { return (fields_ >> Raw(o.field) & 1) != 0; });
  }

 private:
  const segment::Segment& segment_;
  const lexicon::TermRange terms_;
  const std::uint32_t fields_;
  const bool restricted_;
  const std::uint8_t edits_;
  const std::array<float, 256>& bounds_;
  const std::array<float, 2> factors_;  // in the title: 1
};

// Calls use(cursor, source) for each list that stands for the word.
template <typename Use>
void SlotReader::ForEachSource(const query::Slot& slot, Use use) const {
  const segment::Segment& segment = live_.segment();
  for (const query::Alternative& alternative : slot.alternatives) {
    for (const query::Alternative::Terms& terms : alternative.terms) {
      if (terms.segment != number_) continue;
      const Source source(segment, slot, alternative, terms.range, impact_factor_);
      if (auto prefix = segment.PrefixPostings(terms.range)) {
        use(*prefix, source);
        continue;
      }
      for (std::uint32_t t = terms.range.begin; t < terms.range.end; ++t) {
        postings::PostingCursor cursor = segment.Postings(TermId{t});
        use(cursor, source);
      }
    }
    for (const query::Alternative::Phrase& phrase : alternative.phrases) {
      if (phrase.segment != number_) continue;
      PhraseCursor cursor(phrase.documents);
      use(cursor, Source(segment, slot, alternative, {}, impact_factor_));
    }
  }
}

void SlotReader::ReadAll(const query::Slot& slot, WordDocuments* out) const {
  out->docs.clear();
  out->bounds.clear();
  std::uint64_t documents = 0;
  std::size_t lists = 0;
  ForEachSource(slot, [&](const auto& cursor, const Source&) {
    documents += cursor.count();
    ++lists;
  });
  auto for_each = [&](auto add) {
    ForEachSource(slot, [&](auto& cursor, const Source& source) {
      const bool all_count = live_.removed() == nullptr && source.CountsEverywhere();
      while (cursor.NextBlock() && !deadline_->Passed()) {
        const std::span<const std::uint32_t> docs = cursor.docs();
        const std::uint8_t* impacts = cursor.impacts().data();
        if (all_count) {
          for (std::size_t i = 0; i < docs.size(); ++i) add(docs[i], source.Bound(impacts[i]));
          continue;
        }
        for (std::size_t i = 0; i < docs.size(); ++i) {
          if (live_.IsLive(DocId{docs[i]}) && source.Counts(docs[i])) add(docs[i], source.Bound(impacts[i]));
        }
      }
    });
  };
  if (lists == 1) {
    out->docs.reserve(documents);
    out->bounds.reserve(documents);
    for_each([out](std::uint32_t doc, const WordBound& bound) {
      out->docs.push_back(doc);
      out->bounds.push_back(bound);
    });
  } else if (documents <= kFewDocuments) {
    std::array<std::pair<std::uint32_t, WordBound>, kFewDocuments> found;
    std::size_t count = 0;
    for_each([&](std::uint32_t doc, const WordBound& bound) { found[count++] = {doc, bound}; });
    std::sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < count; ++i) {
      if (out->docs.empty() || out->docs.back() != found[i].first) {
        out->docs.push_back(found[i].first);
        out->bounds.push_back(found[i].second);
      } else {
        out->bounds.back().Add(found[i].second);
      }
    }
  } else {
    const std::uint32_t doc_count = live_.segment().doc_count();
    Union& all = Union::OfThisThread(doc_count);
    for_each([&all](std::uint32_t doc, const WordBound& bound) { all.Add(doc, bound); });
    all.Take(doc_count, out);
  }
}

void SlotReader::Mark(const query::Slot& slot, DocumentMarks* out) const {
  ForEachSource(slot, [&](auto& cursor, const Source& source) {
    const bool all_count = live_.removed() == nullptr && source.CountsEverywhere();
    if (const auto dense = DenseOf(cursor); all_count && !dense.empty()) {
      MarkDense(dense, out);
      return;
    }
    while (cursor.NextBlock() && !deadline_->Passed()) {
      const std::span<const std::uint32_t> docs = cursor.docs();
      const std::uint8_t* impacts = cursor.impacts().data();
      for (std::size_t i = 0; i < docs.size(); ++i) {
        if (!all_count && !(live_.IsLive(DocId{docs[i]}) && source.Counts(docs[i]))) continue;
        out->Add(docs[i], (impacts[i] & postings::kTitleBit) != 0);
      }
    }
  });
}

void SlotReader::Probe(const query::Slot& slot, std::span<const std::uint32_t> docs,
                       std::span<WordBound> bounds) const {
  if (docs.empty()) return;
  std::optional<DocumentBits> bits;  // when a list asks for it
  ForEachSource(slot, [&](auto& cursor, const Source& source) {
    if (deadline_->Passed()) return;
    auto add = [&](std::size_t i, std::uint8_t impact) {
      if (source.Counts(docs[i])) bounds[i].Add(source.Bound(impact));
    };
    if (const auto dense = DenseOf(cursor); !dense.empty()) {
      for (std::size_t i = 0; i < docs.size() && docs[i] < dense.size(); ++i) {
        if (dense[docs[i]] != 0) add(i, dense[docs[i]]);
      }
    } else if (cursor.count() * kMuchShorter < docs.size()) {
      auto next = docs.begin();
      while (cursor.NextBlock()) {
        for (std::size_t p = 0; p < cursor.docs().size(); ++p) {
          next = std::lower_bound(next, docs.end(), cursor.docs()[p]);
          if (next == docs.end()) return;
          if (*next == cursor.docs()[p]) add(static_cast<std::size_t>(next - docs.begin()), cursor.impacts()[p]);
        }
      }
    } else if (cursor.count() > kMuchShorter * docs.size()) {
      for (std::size_t i = 0; i < docs.size() && cursor.SeekBlock(docs[i]);) {
        // The block ends at docs[i] or behind, and so does the search in it.
        const std::span<const std::uint32_t> block = cursor.docs();
        auto place = block.begin();
        for (; i < docs.size() && docs[i] <= block.back(); ++i) {
          place = std::lower_bound(place, block.end(), docs[i]);
          if (*place == docs[i]) add(i, cursor.impacts()[static_cast<std::size_t>(place - block.begin())]);
        }
      }
    } else {
      if (!bits) bits.emplace(docs, live_.segment().doc_count());
      std::array<std::uint8_t, postings::kBlockSize> met;  // places in the block
      while (cursor.NextBlock()) {
        for (std::size_t from = 0; from < cursor.docs().size(); from += met.size()) {
          const auto block = cursor.docs().subspan(from, std::min(met.size(), cursor.docs().size() - from));
          std::size_t count = 0;
          for (std::size_t p = 0; p < block.size(); ++p) {  // without a branch that nobody can foretell
            met[count] = static_cast<std::uint8_t>(p);
            count += bits->Has(block[p]) ? 1 : 0;
          }
          for (std::size_t m = 0; m < count; ++m) {
            add(bits->PlaceOf(block[met[m]]), cursor.impacts()[from + met[m]]);
          }
        }
      }
    }
  });
}

WordBound SlotReader::Largest(const query::Slot& slot, bool in_title) const {
  WordBound sum;
  ForEachSource(slot, [&](const auto& cursor, const Source& source) {
    std::uint8_t impact = postings::kTitleBit - 1;
    if constexpr (requires { cursor.largest_impact(in_title); }) impact = cursor.largest_impact(in_title);
    sum.Add(source.Bound(static_cast<std::uint8_t>(impact | (in_title ? postings::kTitleBit : 0))));
  });
  return sum;
}

}  // namespace signpost::match
