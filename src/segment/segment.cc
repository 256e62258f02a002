// SPDX-License-Identifier: Apache-2.0
#include "segment/segment.h"

#include <algorithm>

#include "base/limits.h"
#include "base/status.h"
#include "segment/ranking_value.h"

namespace signpost::segment {
namespace {

// The bytes of element `i` of a stream whose elements end at `ends`. REQUIRES: ends checked.
template <typename Ends>
std::string_view Slice(std::string_view stream, const Ends& ends, std::uint32_t i) {
  const std::size_t begin = i == 0 ? 0 : static_cast<std::size_t>(ends[i - 1]);
  return stream.substr(begin, static_cast<std::size_t>(ends[i]) - begin);
}

template <typename Ends>
absl::Status CheckEnds(const Ends& ends, std::size_t count, std::size_t stream_size, std::string_view part) {
  if (ends.size() != count) return DataLoss("reading ", part, ": ", ends.size(), " offsets, expected ", count);
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (ends[i] < last || ends[i] > stream_size) {
      return DataLoss("reading ", part, ": offset ", ends[i], " of element ", i, " is out of order or range");
    }
    last = ends[i];
  }
  return absl::OkStatus();
}

absl::Status CheckSize(std::size_t size, std::size_t expected, std::string_view part) {
  if (size == expected) return absl::OkStatus();
  return DataLoss("reading ", part, ": ", size, " elements, expected ", expected);
}

absl::Status CheckBelow(const NarrowArray& ids, std::uint32_t bound, std::string_view part) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] >= bound) return DataLoss("reading ", part, ": id ", ids[i], " of element ", i, ", bound ", bound);
  }
  return absl::OkStatus();
}

}  // namespace

std::string Meta::Encode() const {
  ByteWriter out;
  out.String(lang);
  out.Varint(audiences.size());
  for (const std::string& audience : audiences) out.String(audience);
  out.Varint(fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    out.String(fields[i]);
    out.Varint(field_lengths[i]);
  }
  out.Varint(doc_count);
  out.Varint(ranking_count);
  out.Varint(section_count);
  return out.Take();
}

absl::StatusOr<Meta> Meta::Decode(std::string_view bytes) {
  ByteReader in(bytes);
  Meta meta;
  meta.lang = in.String();
  for (std::uint64_t n = in.Varint(); n > 0 && !in.done(); --n) meta.audiences.emplace_back(in.String());
  for (std::uint64_t n = in.Varint(); n > 0 && !in.done(); --n) {
    meta.fields.emplace_back(in.String());
    meta.field_lengths.push_back(in.Varint());
  }
  meta.doc_count = in.Varint32();
  meta.ranking_count = in.Varint32();
  meta.section_count = in.Varint();
  if (!in.ok() || !in.done() || meta.fields.size() > limits::kMaxFields ||
      meta.doc_count > limits::kMaxDocumentsPerSegment || meta.ranking_count > limits::kMaxCustomRankings) {
    return DataLoss("reading meta: malformed");
  }
  return meta;
}

absl::StatusOr<std::shared_ptr<const Segment>> Segment::Open(const SectionViews& sections,
                                                             std::shared_ptr<const void> owner, BytesPlace place) {
  SIGNPOST_ASSIGN_OR_RETURN(lexicon::Lexicon lexicon, lexicon::Lexicon::Open(sections[SectionKind::kLexicon]));
  std::shared_ptr<Segment> out(new Segment(lexicon));
  SIGNPOST_ASSIGN_OR_RETURN(out->meta_, Meta::Decode(sections[SectionKind::kMeta]));
  out->owner_ = std::move(owner);
  out->place_ = place;
  out->sections_ = sections;
  out->document_counts_ = FixedArray<std::uint32_t>(sections[SectionKind::kDocumentCounts]);
  out->posting_ends_ = FixedArray<std::uint64_t>(sections[SectionKind::kPostingEnds]);
  out->prefixes_ = FixedArray<PrefixRange>(sections[SectionKind::kPrefixRanges]);
  out->splits_ = FixedArray<SplitRange>(sections[SectionKind::kSplitRanges]);
  out->vector_ends_ = FixedArray<std::uint64_t>(sections[SectionKind::kVectorEnds]);
  const std::uint32_t docs = out->meta_.doc_count;
  auto packed = [&](SectionKind kind, std::size_t count) { return NarrowArray(sections[kind], count); };
  out->title_ends_ = packed(SectionKind::kTitleEnds, docs);
  const bool any_title = docs > 0 && out->title_ends_.size() == docs;
  out->title_classes_ = packed(SectionKind::kTitleClasses, any_title ? out->title_ends_[docs - 1] : 0);
  out->offset_ends_ = packed(SectionKind::kOffsetEnds, docs);
  out->stored_ = StoredBlocks(sections[SectionKind::kStoredEnds], sections[SectionKind::kStoredBlockEnds],
                              sections[SectionKind::kStored], docs);
  if (!sections[SectionKind::kIdOrder].empty()) out->id_order_ = packed(SectionKind::kIdOrder, docs);
  out->object_id_ends_ = packed(SectionKind::kObjectIdEnds, docs);
  out->doc_langs_ = packed(SectionKind::kDocLangs, docs);
  out->ranking_values_ = FixedArray<double>(sections[SectionKind::kRankingValues]);
  SIGNPOST_ASSIGN_OR_RETURN(out->columns_, Columns::Open(sections[SectionKind::kColumns], out->meta_.doc_count));
  SIGNPOST_ASSIGN_OR_RETURN(out->completions_, CompletionTable::Open(sections[SectionKind::kCompletions]));
  SIGNPOST_RETURN_IF_ERROR(out->Check());
  SIGNPOST_RETURN_IF_ERROR(out->ReadFieldLengths());
  SIGNPOST_RETURN_IF_ERROR(out->ReadLangs());
  return out;
}

absl::Status Segment::ReadFieldLengths() {
  const std::string_view bytes = sections_[SectionKind::kFieldLengths];
  std::size_t begin = field_count();
  for (std::uint32_t f = 0; f < field_count() && begin <= bytes.size(); ++f) {
    const std::size_t size = std::size_t{static_cast<unsigned char>(bytes[f])} * doc_count();
    const std::string_view numbers = bytes.substr(begin, size + kNarrowPadding);
    if (numbers.size() == size + kNarrowPadding) field_lengths_[f] = NarrowArray(numbers, doc_count());
    SIGNPOST_RETURN_IF_ERROR(CheckSize(field_lengths_[f].size(), doc_count(), "field lengths"));
    begin += size;
  }
  return CheckSize(bytes.size(), begin + kNarrowPadding, "field lengths");
}

absl::Status Segment::ReadLangs() {
  ByteReader in(sections_[SectionKind::kLangs]);
  for (std::uint64_t n = in.Varint(); n > 0 && in.ok(); --n) langs_.push_back(in.String());
  if (!in.ok() || !in.done()) return DataLoss("reading languages: malformed");
  return CheckBelow(doc_langs_, static_cast<std::uint32_t>(langs_.size()), "languages");
}

absl::Status Segment::Check() const {
  const std::size_t terms = lexicon_.term_count();
  const std::size_t docs = meta_.doc_count;
  auto bytes = [&](SectionKind kind) { return sections_[kind].size(); };
  // First, since it sees to it that there are no more documents than bytes.
  SIGNPOST_RETURN_IF_ERROR(stored_.Check());
  SIGNPOST_RETURN_IF_ERROR(CheckSize(document_counts_.size(), terms + lexicon_.class_count(), "document counts"));
  SIGNPOST_RETURN_IF_ERROR(CheckEnds(posting_ends_, terms, bytes(SectionKind::kPostings), "postings"));
  SIGNPOST_RETURN_IF_ERROR(CheckPrefixes());
  SIGNPOST_RETURN_IF_ERROR(CheckSplits());
  SIGNPOST_RETURN_IF_ERROR(CheckEnds(vector_ends_, docs, bytes(SectionKind::kVectors), "term vectors"));
  SIGNPOST_RETURN_IF_ERROR(CheckEnds(title_ends_, docs, title_classes_.size(), "titles"));
  // Of one class, which takes no bytes, a title has one at most; so the loop below is no longer than the bytes.
  if (title_classes_.width() == 0 && title_classes_.size() > docs) return DataLoss("reading titles: too many classes");
  SIGNPOST_RETURN_IF_ERROR(CheckBelow(title_classes_, lexicon_.class_count(), "titles"));
  SIGNPOST_RETURN_IF_ERROR(CheckEnds(offset_ends_, docs, bytes(SectionKind::kOffsets), "token offsets"));
  SIGNPOST_RETURN_IF_ERROR(CheckEnds(object_id_ends_, docs, bytes(SectionKind::kObjectIds), "document ids"));
  if (!sections_[SectionKind::kIdOrder].empty()) {
    SIGNPOST_RETURN_IF_ERROR(CheckSize(id_order_.size(), docs, "document ids"));
    SIGNPOST_RETURN_IF_ERROR(CheckBelow(id_order_, meta_.doc_count, "document ids"));
  }
  SIGNPOST_RETURN_IF_ERROR(CheckSize(doc_langs_.size(), docs, "languages"));
  return CheckSize(ranking_values_.size(), docs * meta_.ranking_count, "ranking values");
}

absl::Status Segment::CheckPrefixes() const {
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < prefixes_.size(); ++i) {
    const PrefixRange range = prefixes_[i];
    if (range.postings_end < last || range.postings_end > sections_[SectionKind::kPrefixPostings].size()) {
      return DataLoss("reading beginnings: offset ", range.postings_end, " of element ", i,
                      " is out of order or range");
    }
    last = range.postings_end;
  }
  return absl::OkStatus();
}

postings::PostingCursor Segment::Postings(TermId term) const {
  return {Slice(sections_[SectionKind::kPostings], posting_ends_, Raw(term)), DocumentCount(term), meta_.doc_count};
}

std::optional<std::size_t> Segment::FindPrefix(lexicon::TermRange terms) const {
  if (terms.end - terms.begin <= limits::kMaxPrefixTerms) return std::nullopt;
  std::size_t low = 0;
  for (std::size_t count = prefixes_.size(); count > 0;) {  // lower bound
    const std::size_t half = count / 2;
    const PrefixRange range = prefixes_[low + half];
    if (range.begin < terms.begin || (range.begin == terms.begin && range.end > terms.end)) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  if (low == prefixes_.size()) return std::nullopt;
  const PrefixRange range = prefixes_[low];
  if (range.begin != terms.begin || range.end != terms.end) return std::nullopt;
  return low;
}

std::optional<postings::PostingCursor> Segment::PrefixPostings(lexicon::TermRange terms) const {
  const auto found = FindPrefix(terms);
  if (!found) return std::nullopt;
  const std::uint64_t begin = *found == 0 ? 0 : prefixes_[*found - 1].postings_end;
  const PrefixRange range = prefixes_[*found];
  return postings::PostingCursor(sections_[SectionKind::kPrefixPostings].substr(begin, range.postings_end - begin),
                                 range.document_count, meta_.doc_count);
}

NarrowArray Segment::TitleClasses(DocId doc) const {
  const std::size_t begin = Raw(doc) == 0 ? 0 : title_ends_[Raw(doc) - 1];
  return title_classes_.Slice(begin, title_ends_[Raw(doc)] - begin);
}

absl::Status Segment::CheckSplits() const {
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < splits_.size(); ++i) {
    const SplitRange range = splits_[i];
    if (std::max({range.term, range.first, range.second}) >= lexicon_.term_count()) {
      return DataLoss("reading splits: a term of element ", i, " is out of range");
    }
    if (range.postings_end < last || range.postings_end > sections_[SectionKind::kSplitPostings].size()) {
      return DataLoss("reading splits: offset ", range.postings_end, " of element ", i, " is out of order or range");
    }
    last = range.postings_end;
  }
  return absl::OkStatus();
}

std::vector<Segment::Split> Segment::Splits(TermId term) const {
  std::size_t low = 0;
  for (std::size_t count = splits_.size(); count > 0;) {  // lower bound
    const std::size_t half = count / 2;
    if (splits_[low + half].term < Raw(term)) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  std::vector<Split> out;
  for (; low < splits_.size() && splits_[low].term == Raw(term); ++low) {
    const SplitRange range = splits_[low];
    const std::uint64_t begin = low == 0 ? 0 : splits_[low - 1].postings_end;
    const std::string_view bytes = sections_[SectionKind::kSplitPostings].substr(begin, range.postings_end - begin);
    out.push_back({TermId{range.first}, TermId{range.second},
                   postings::PostingCursor(bytes, range.document_count, meta_.doc_count)});
  }
  return out;
}

postings::TermVector Segment::Terms(DocId doc) const {
  return {Slice(sections_[SectionKind::kVectors], vector_ends_, Raw(doc)), field_count()};
}

std::string_view Segment::Offsets(DocId doc) const {
  return Slice(sections_[SectionKind::kOffsets], offset_ends_, Raw(doc));
}

std::string_view Segment::ObjectId(DocId doc) const {
  return Slice(sections_[SectionKind::kObjectIds], object_id_ends_, Raw(doc));
}

std::string_view Segment::Lang(DocId doc) const { return langs_[doc_langs_[Raw(doc)]]; }

StoredDocument Segment::Stored(DocId doc, StoredBuffer* buffer) const {
  StoredDocument out = ReadDocument(stored_.Read(doc, buffer));
  out.object_id = ObjectId(doc);
  out.lang = Lang(doc);
  return out;
}

void Segment::ApplyChanges(DocId doc, Document* document) const {
  if (const std::vector<Attribute>* changed = ChangedAttributesOf(doc))
    ApplyAttributes(*changed, &document->attributes);
}

std::shared_ptr<const Segment> Segment::WithChanges(const ChangedAttributes& changed, const Settings& settings) const {
  auto changes = changes_ == nullptr ? std::make_shared<SegmentChanges>() : std::make_shared<SegmentChanges>(*changes_);
  std::vector<ColumnChanges> by_column;
  for (const Column& column : columns_.all()) {
    by_column.push_back(column.changes() == nullptr ? ColumnChanges{} : *column.changes());
  }
  StoredBuffer buffer;
  for (const auto& [doc, attributes] : changed) {
    const Document before = ToDocument(Stored(doc, &buffer), false);
    Document now = before;
    ApplyAttributes(attributes, &now.attributes);
    changes->attributes.Set(doc, attributes);
    std::vector<double> ranking;
    for (const CustomRanking& by : settings.custom_ranking) ranking.push_back(segment::RankingValue(now, by));
    changes->ranking.Set(doc, std::move(ranking));
    for (std::size_t c = 0; c < by_column.size(); ++c) {
      const ColumnSpec& spec = columns_.all()[c].spec();
      ColumnValues values = ValuesOf(now, spec, meta_.lang);
      if (values == ValuesOf(before, spec, meta_.lang)) {
        by_column[c].values.Remove(doc);
        by_column[c].docs.Remove(doc);
      } else {
        by_column[c].values.Set(doc, std::move(values));
        by_column[c].docs.Add(doc);
      }
    }
  }
  std::vector<std::shared_ptr<const ColumnChanges>> shared;
  shared.reserve(by_column.size());
  for (ColumnChanges& column : by_column) {
    shared.push_back(column.values.size() == 0 ? nullptr : std::make_shared<const ColumnChanges>(std::move(column)));
  }
  auto out = std::make_shared<Segment>(*this);
  out->columns_ = columns_.WithChanges(shared);
  out->changes_ = std::move(changes);
  return out;
}

std::vector<DocId> Segment::Find(std::string_view object_id) const {
  std::size_t low = 0;
  for (std::size_t count = doc_count(); count > 0;) {  // lower bound
    const std::size_t half = count / 2;
    if (ObjectId(ByObjectId(low + half)) < object_id) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  std::vector<DocId> out;
  for (; low < doc_count() && ObjectId(ByObjectId(low)) == object_id; ++low) out.push_back(ByObjectId(low));
  return out;
}

}  // namespace signpost::segment
