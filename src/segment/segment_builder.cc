// SPDX-License-Identifier: Apache-2.0
#include "segment/segment_builder.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/limits.h"
#include "lexicon/lexicon_builder.h"
#include "postings/impact.h"
#include "postings/posting_list.h"
#include "segment/ranking_value.h"
#include "segment/segment.h"
#include "segment/stored_document.h"
#include "segment/token_offsets.h"
#include "text/language_pack.h"

namespace signpost::segment {
namespace {

// The part [end of i - 1, end of i) of a stream.
template <typename Ends>
std::string_view Part(std::string_view stream, std::uint32_t i, Ends end_of) {
  const std::uint64_t begin = i == 0 ? 0 : end_of(i - 1);
  return stream.substr(begin, end_of(i) - begin);
}

}  // namespace

SegmentBuilder::SegmentBuilder(const Settings& settings, std::string lang, std::vector<std::string> audiences)
    : settings_(settings),
      lang_(std::move(lang)),
      audiences_(std::move(audiences)),
      analyzer_(text::FindLanguagePack(lang_)),
      columns_(ColumnsOf(settings)) {}

std::uint32_t SegmentBuilder::TermNumber(std::string_view term) {
  if (auto known = term_numbers_.find(term); known != term_numbers_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(terms_.size());
  terms_.emplace_back(term);
  pairs_.AddTerm(term);
  term_numbers_.emplace(terms_.back(), number);
  return number;
}

void SegmentBuilder::Add(const Document& document) {
  ByteWriter encoded;
  EncodeDocument(document, &encoded);
  stored_.Raw(encoded.view());
  const StoredDocument stored = ReadDocument(encoded.view());
  of_document_.clear();
  for (std::size_t f = 0; f < settings_.searchable_attributes.size(); ++f) {
    AddField(FieldId{static_cast<std::uint8_t>(f)},
             FieldTexts(stored, settings_.searchable_attributes[f].name, document.attributes));
  }
  PendingDoc doc{.object_id = document.object_id,
                 .lang = document.lang,
                 .ranking = {},
                 .offsets_end = offsets_.size(),
                 .stored_end = stored_.size(),
                 .postings_end = 0,
                 .title_end = title_terms_.size()};
  for (const CustomRanking& ranking : settings_.custom_ranking) doc.ranking.push_back(RankingValue(document, ranking));
  columns_.Add(document, lang_);
  section_count_ += document.sections.size();
  CollectPostings();
  doc.postings_end = postings_.size();
  docs_.push_back(std::move(doc));
}

void SegmentBuilder::AddField(FieldId field, const std::vector<std::string_view>& texts) {
  const bool title = settings_.searchable_attributes[Raw(field)].name == "title";
  std::uint32_t base = 0;
  std::uint32_t length = 0;
  offsets_.Varint(texts.size());
  for (std::string_view text : texts) {
    analyzer_.Analyze(text, &tokens_);
    const auto room = limits::kMaxPositionsPerField - std::min(base, limits::kMaxPositionsPerField);
    if (tokens_.units.size() > room) tokens_.units.resize(room);
    const auto units = static_cast<std::uint32_t>(tokens_.units.size());
    const std::size_t begin = of_document_.size();
    for (const text::Token& token : tokens_.tokens) {
      if (token.position + token.span > units) continue;
      const std::uint32_t term = TermNumber(tokens_.Term(token));
      of_document_.push_back({term, {field, base + token.position, token.span}});
      if (title && text::IsOfUnit(token)) title_terms_.push_back(term);
    }
    CollectPairs(begin);
    EncodeUnits(tokens_.units, &offsets_);
    length += units;
    base += units + limits::kPositionGap;
  }
  field_lengths_.push_back(length);
}

// Notes which terms follow which among the occurrences of one text, those from `begin` on, by position.
void SegmentBuilder::CollectPairs(std::size_t begin) {
  for (std::size_t i = begin; i < of_document_.size(); ++i) {
    const postings::Occurrence& first = of_document_[i].occurrence;
    const std::uint32_t end = first.position + first.span;
    for (std::size_t j = i + 1; j < of_document_.size() && of_document_[j].occurrence.position <= end; ++j) {
      if (of_document_[j].occurrence.position == end) pairs_.AddPair(of_document_[i].term, of_document_[j].term);
    }
  }
}

// Moves the occurrences of one document, which came by field and position, into postings by term.
void SegmentBuilder::CollectPostings() {
  std::stable_sort(of_document_.begin(), of_document_.end(),
                   [](const TermOccurrence& a, const TermOccurrence& b) { return a.term < b.term; });
  const std::size_t begin = postings_.size();
  for (const TermOccurrence& entry : of_document_) {
    const bool same = postings_.size() > begin && postings_.back().term == entry.term;
    if (!same) postings_.push_back({entry.term, occurrences_.size(), 0});
    ++postings_.back().count;
    occurrences_.push_back(entry.occurrence);
  }
}

SegmentBuilder::Order SegmentBuilder::MakeOrder() const {
  auto invert = [](const std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> out(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) out[order[i]] = i;
    return out;
  };
  Order order;
  order.docs.resize(docs_.size());
  std::iota(order.docs.begin(), order.docs.end(), 0);
  std::sort(order.docs.begin(), order.docs.end(), [this](std::uint32_t a, std::uint32_t b) {
    const PendingDoc& x = docs_[a];
    const PendingDoc& y = docs_[b];
    if (x.ranking != y.ranking) return x.ranking > y.ranking;
    return std::tie(x.object_id, x.lang) < std::tie(y.object_id, y.lang);
  });
  order.terms.resize(terms_.size());
  std::iota(order.terms.begin(), order.terms.end(), 0);
  std::sort(order.terms.begin(), order.terms.end(),
            [this](std::uint32_t a, std::uint32_t b) { return terms_[a] < terms_[b]; });
  order.term_ids = invert(order.terms);
  return order;
}

void SegmentBuilder::WriteLexicon(const Order& order, OwnedSections* out) const {
  std::vector<std::string> stems;
  stems.reserve(terms_.size());
  for (std::uint32_t number : order.terms) stems.push_back(analyzer_.Stem(terms_[number]));
  std::vector<lexicon::TermAndStem> entries;
  entries.reserve(terms_.size());
  for (std::size_t i = 0; i < stems.size(); ++i) entries.push_back({terms_[order.terms[i]], stems[i]});
  (*out)[SectionKind::kLexicon] =
      lexicon::BuildLexicon(entries, {.endings = !analyzer_.pack().linking_elements.empty()});
}

std::vector<double> SegmentBuilder::AverageLengths() const {
  const std::size_t fields = settings_.searchable_attributes.size();
  std::vector<double> out(fields);
  for (std::size_t i = 0; i < field_lengths_.size(); ++i) out[i % fields] += field_lengths_[i];
  for (double& length : out) length = docs_.empty() ? 0 : length / static_cast<double>(docs_.size());
  return out;
}

// What a posting counts by the averages of this segment alone; a corpus of several corrects the bounds that come of it.
std::uint8_t SegmentBuilder::ImpactOf(const PendingPosting& posting, const std::uint32_t* lengths,
                                      const FieldNorms& norms, PrefixListsBuilder* prefixes, TermId term) const {
  double pooled = 0;
  bool in_title = false;
  for (std::uint32_t i = 0; i < posting.count;) {
    const FieldId field = occurrences_[posting.begin + i].field;
    std::uint32_t frequency = 0;
    for (; i < posting.count && occurrences_[posting.begin + i].field == field; ++i) ++frequency;
    pooled += norms.Pooled(field, frequency, lengths[Raw(field)]);
    in_title |= norms.IsTitle(field);
  }
  prefixes->Add(term, pooled, in_title);
  return postings::EncodeImpact(pooled, in_title);
}

// Goes over the documents in their order once: each gets its vector, and every term its documents.
void SegmentBuilder::WritePostings(const Order& order, const lexicon::Lexicon& lexicon, OwnedSections* out) const {
  const std::size_t fields = settings_.searchable_attributes.size();
  const FieldNorms norms(settings_.searchable_attributes, AverageLengths());
  std::vector<std::uint32_t> counts(terms_.size());
  std::vector<std::uint32_t> class_counts(lexicon.class_count());
  std::vector<std::uint32_t> counted(lexicon.class_count(), UINT32_MAX);  // by class: the last document
  for (const PendingPosting& posting : postings_) ++counts[order.term_ids[posting.term]];
  std::vector<std::size_t> next(terms_.size());  // by term: where its next document goes
  std::exclusive_scan(counts.begin(), counts.end(), next.begin(), std::size_t{0});
  std::vector<std::uint32_t> documents(postings_.size());
  std::vector<std::uint8_t> impacts(postings_.size());
  PrefixListsBuilder prefixes(lexicon);
  ByteWriter vectors;
  std::vector<std::uint64_t> vector_ends;
  std::vector<std::pair<TermId, const PendingPosting*>> of_document;
  std::vector<postings::TermOccurrences> terms;
  for (std::uint32_t doc = 0; doc < order.docs.size(); ++doc) {
    const std::uint32_t number = order.docs[doc];
    of_document.clear();
    for (std::uint64_t p = number == 0 ? 0 : docs_[number - 1].postings_end; p < docs_[number].postings_end; ++p) {
      of_document.emplace_back(TermId{order.term_ids[postings_[p].term]}, &postings_[p]);
    }
    std::sort(of_document.begin(), of_document.end());
    terms.clear();
    for (const auto& [term, posting] : of_document) {
      const std::uint32_t id = Raw(lexicon.ClassOf(term));
      if (std::exchange(counted[id], doc) != doc) ++class_counts[id];
      const std::size_t place = next[Raw(term)]++;
      documents[place] = doc;
      impacts[place] = ImpactOf(*posting, &field_lengths_[number * fields], norms, &prefixes, term);
      terms.push_back({term, {&occurrences_[posting->begin], posting->count}});
    }
    prefixes.EndDocument(doc);
    postings::AppendTermVector(terms, static_cast<std::uint32_t>(fields), &vectors);
    vector_ends.push_back(vectors.size());
  }

  ByteWriter lists;
  std::vector<std::uint64_t> ends;
  std::string pairs((terms_.size() + 7) / 8, '\0');
  for (std::size_t term = 0; term < terms_.size(); ++term) {
    if (pairs_.MayBePair(order.terms[term])) pairs[term / 8] = static_cast<char>(pairs[term / 8] | 1 << (term % 8));
    const std::size_t begin = next[term] - counts[term];
    postings::AppendPostings({documents.data() + begin, counts[term]}, {impacts.data() + begin, counts[term]}, &lists);
    ends.push_back(lists.size());
  }
  counts.insert(counts.end(), class_counts.begin(), class_counts.end());
  (*out)[SectionKind::kDocumentCounts] = BytesOf(counts);
  (*out)[SectionKind::kPostingEnds] = BytesOf(ends);
  (*out)[SectionKind::kPostings] = lists.Take();
  (*out)[SectionKind::kVectorEnds] = BytesOf(vector_ends);
  (*out)[SectionKind::kVectors] = vectors.Take();
  (*out)[SectionKind::kPairTerms] = std::move(pairs);
  prefixes.Write(out);
}

void SegmentBuilder::WriteDocuments(const Order& order, const lexicon::Lexicon& lexicon, OwnedSections* out) const {
  const std::size_t fields = settings_.searchable_attributes.size();
  std::vector<std::uint32_t> lengths;
  std::vector<std::uint64_t> offset_ends, stored_ends;
  std::vector<std::uint32_t> title_ends, title_classes, scratch;
  std::vector<double> ranking;
  ByteWriter offsets, stored;
  for (std::uint32_t number : order.docs) {
    const PendingDoc& doc = docs_[number];
    const auto row = field_lengths_.begin() + static_cast<std::ptrdiff_t>(number * fields);
    lengths.insert(lengths.end(), row, row + static_cast<std::ptrdiff_t>(fields));
    ranking.insert(ranking.end(), doc.ranking.begin(), doc.ranking.end());

    scratch.clear();
    for (std::uint64_t t = number == 0 ? 0 : docs_[number - 1].title_end; t < doc.title_end; ++t) {
      scratch.push_back(Raw(lexicon.ClassOf(TermId{order.term_ids[title_terms_[t]]})));
    }
    std::sort(scratch.begin(), scratch.end());
    scratch.erase(std::unique(scratch.begin(), scratch.end()), scratch.end());
    title_classes.insert(title_classes.end(), scratch.begin(), scratch.end());
    title_ends.push_back(static_cast<std::uint32_t>(title_classes.size()));

    offsets.Raw(Part(offsets_.view(), number, [&](std::uint32_t i) { return docs_[i].offsets_end; }));
    offset_ends.push_back(offsets.size());
    stored.Raw(Part(stored_.view(), number, [&](std::uint32_t i) { return docs_[i].stored_end; }));
    stored_ends.push_back(stored.size());
  }
  std::vector<std::uint32_t> id_order(order.docs.size());
  std::iota(id_order.begin(), id_order.end(), 0);
  std::sort(id_order.begin(), id_order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair<std::string_view, std::uint32_t>(docs_[order.docs[a]].object_id, a) <
           std::pair<std::string_view, std::uint32_t>(docs_[order.docs[b]].object_id, b);
  });
  (*out)[SectionKind::kFieldLengths] = BytesOf(lengths);
  (*out)[SectionKind::kTitleEnds] = BytesOf(title_ends);
  (*out)[SectionKind::kTitleClasses] = BytesOf(title_classes);
  (*out)[SectionKind::kOffsetEnds] = BytesOf(offset_ends);
  (*out)[SectionKind::kOffsets] = offsets.Take();
  (*out)[SectionKind::kStoredEnds] = BytesOf(stored_ends);
  (*out)[SectionKind::kStored] = stored.Take();
  (*out)[SectionKind::kIdOrder] = BytesOf(id_order);
  (*out)[SectionKind::kRankingValues] = BytesOf(ranking);
}

OwnedSections SegmentBuilder::Build() && {
  OwnedSections out;
  const Order order = MakeOrder();
  WriteLexicon(order, &out);
  const lexicon::Lexicon lexicon = *lexicon::Lexicon::Open(out[SectionKind::kLexicon]);
  WritePostings(order, lexicon, &out);
  WriteDocuments(order, lexicon, &out);
  out[SectionKind::kColumns] = columns_.Build(order.docs);
  Meta meta{.lang = lang_,
            .audiences = audiences_,
            .fields = {},
            .doc_count = doc_count(),
            .ranking_count = static_cast<std::uint32_t>(settings_.custom_ranking.size()),
            .section_count = section_count_,
            .field_lengths = {}};
  const std::size_t fields = settings_.searchable_attributes.size();
  meta.field_lengths.resize(fields);
  for (std::size_t i = 0; i < field_lengths_.size(); ++i) meta.field_lengths[i % fields] += field_lengths_[i];
  for (const SearchableAttribute& attribute : settings_.searchable_attributes) meta.fields.push_back(attribute.name);
  out[SectionKind::kMeta] = meta.Encode();
  return out;
}

}  // namespace signpost::segment
