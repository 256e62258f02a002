// SPDX-License-Identifier: Apache-2.0
#include "segment/live_segment.h"

#include <algorithm>

namespace signpost::segment {
namespace {

std::shared_ptr<Removed> NoneRemoved(const Segment& segment) {
  auto out = std::make_shared<Removed>();
  out->docs.resize(segment.doc_count());
  out->document_counts.reserve(segment.lexicon().term_count());
  for (std::uint32_t t = 0; t < segment.lexicon().term_count(); ++t) {
    out->document_counts.push_back(segment.DocumentCount(TermId{t}));
  }
  for (std::uint32_t c = 0; c < segment.lexicon().class_count(); ++c) {
    out->class_counts.push_back(segment.DocumentCount(ClassId{c}));
  }
  out->field_lengths = segment.meta().field_lengths;
  out->section_count = segment.meta().section_count;
  return out;
}

}  // namespace

LiveSegment LiveSegment::Without(const std::vector<DocId>& docs) const {
  auto removed = removed_ == nullptr ? NoneRemoved(*segment_) : std::make_shared<Removed>(*removed_);
  StoredBuffer buffer;
  std::vector<ClassId> classes;
  for (DocId doc : docs) {
    if (removed->docs[Raw(doc)]) continue;
    removed->docs[Raw(doc)] = true;
    removed->set.Add(doc);
    ++removed->count;
    classes.clear();
    for (postings::TermVector terms = segment_->Terms(doc); terms.Next();) {
      const std::uint32_t term = Raw(terms.term());
      if (term >= removed->document_counts.size()) break;  // only in damaged bytes
      --removed->document_counts[term];
      classes.push_back(segment_->lexicon().ClassOf(TermId{term}));
    }
    std::sort(classes.begin(), classes.end());
    classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
    for (const ClassId id : classes) --removed->class_counts[Raw(id)];
    for (std::uint32_t f = 0; f < segment_->field_count(); ++f) {
      removed->field_lengths[f] -= segment_->FieldLength(doc, FieldId{static_cast<std::uint8_t>(f)});
    }
    removed->section_count -= segment_->Stored(doc, &buffer).sections.size();
  }
  return LiveSegment(segment_, std::move(removed));
}

}  // namespace signpost::segment
