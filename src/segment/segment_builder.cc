// SPDX-License-Identifier: Apache-2.0
#include "segment/segment_builder.h"

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

#include "base/limits.h"
#include "base/narrow_array.h"
#include "base/radix_sort.h"
#include "lexicon/lexicon_builder.h"
#include "postings/impact.h"
#include "postings/posting_list.h"
#include "segment/field_texts.h"
#include "segment/ranking_value.h"
#include "segment/segment.h"
#include "segment/stored_blocks.h"
#include "segment/stored_document.h"
#include "segment/token_offsets.h"
#include "text/language_pack.h"

namespace signpost::segment {
namespace {

// What a term counts in a document by the averages of this segment alone; a corpus of several corrects the bounds that come
// of it.
struct Impact {
  double pooled = 0;
  bool in_title = false;
  std::uint8_t code = 0;
};
// `lengths`: of the document's fields.
Impact ImpactOf(std::span<const postings::Occurrence> occurrences, const std::uint32_t* lengths,
                const FieldNorms& norms) {
  Impact out;
  for (std::size_t i = 0; i < occurrences.size();) {
    const FieldId field = occurrences[i].field;
    std::uint32_t frequency = 0;
    for (; i < occurrences.size() && occurrences[i].field == field; ++i) ++frequency;
    out.pooled += norms.Pooled(field, frequency, lengths[Raw(field)]);
    out.in_title |= norms.IsTitle(field);
  }
  out.code = postings::EncodeImpact(out.pooled, out.in_title);
  return out;
}

// Numbers [0, count) in the order of text(number); equal texts by number.
template <typename Text>
std::vector<std::uint32_t> ByText(std::size_t count, Text text) {
  // The first bytes decide nearly always, and are at hand.
  struct Item {
    std::uint64_t beginning;
    std::uint32_t number;
  };
  std::vector<Item> items(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string_view bytes = text(i);
    std::uint64_t beginning = 0;
    for (std::size_t b = 0; b < sizeof beginning; ++b) {
      beginning = beginning << 8 | (b < bytes.size() ? static_cast<unsigned char>(bytes[b]) : 0);
    }
    items[i] = {beginning, i};
  }
  std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) {
    if (a.beginning != b.beginning) return a.beginning < b.beginning;
    const int order = text(a.number).compare(text(b.number));
    return order != 0 ? order < 0 : a.number < b.number;
  });
  std::vector<std::uint32_t> out(count);
  for (std::size_t i = 0; i < count; ++i) out[i] = items[i].number;
  return out;
}

// From so many on, sorting by digits is faster than by comparisons.
constexpr std::size_t kManyTokens = 48;

}  // namespace

SegmentBuilder::SegmentBuilder(const Settings& settings, std::string lang, std::vector<std::string> audiences)
    : settings_(settings),
      lang_(std::move(lang)),
      audiences_(std::move(audiences)),
      analyzer_(text::FindLanguagePack(lang_)),
      columns_(ColumnsOf(settings)) {}

void SegmentBuilder::Add(const Document& document) {
  encoded_.Clear();
  EncodeDocument(document, &encoded_);
  const StoredDocument stored = ReadDocument(encoded_.view());
  offsets_.Clear();
  for (std::size_t f = 0; f < settings_.searchable_attributes.size(); ++f) {
    AddField(FieldId{static_cast<std::uint8_t>(f)},
             TextsOf(stored, settings_.searchable_attributes[f].name, document.attributes).values);
  }
  PendingDoc doc{.object_id = texts_.Add(document.object_id),
                 .lang = texts_.Add(document.lang),
                 .stored = texts_.Add(encoded_.view()),
                 .offsets = texts_.Add(offsets_.view()),
                 .ranking = {},
                 .tokens_end = doc_tokens_.size(),
                 .title_end = title_terms_.size()};
  for (const CustomRanking& ranking : settings_.custom_ranking) doc.ranking.push_back(RankingValue(document, ranking));
  columns_.Add(document, lang_);
  section_count_ += document.sections.size();
  docs_.push_back(std::move(doc));
}

void SegmentBuilder::AddField(FieldId field, const std::vector<std::string_view>& texts) {
  const std::string& name = settings_.searchable_attributes[Raw(field)].name;
  const bool title = name == "title";
  std::uint32_t base = 0;
  std::uint32_t length = 0;
  offsets_.Varint(texts.size());
  for (std::string_view text : texts) {
    analyzer_.Analyze(text, &tokens_);
    const auto room = limits::kMaxPositionsPerField - std::min(base, limits::kMaxPositionsPerField);
    if (tokens_.units.size() > room) tokens_.units.resize(room);
    const auto units = static_cast<std::uint32_t>(tokens_.units.size());
    hashes_.clear();
    for (const text::Token& token : tokens_.tokens) hashes_.push_back(terms_.Prepare(tokens_.Term(token)));
    for (std::size_t t = 0; t < tokens_.tokens.size(); ++t) {
      const text::Token& token = tokens_.tokens[t];
      if (token.position + token.span > units) continue;
      const std::uint32_t term = terms_.Add(tokens_.Term(token), hashes_[t], doc_count());
      doc_tokens_.push_back({term, base + token.position, token.span, field});
      if (title && text::IsOfUnit(token)) title_terms_.push_back(term);
    }
    if (title || name == "headings") {
      completions_.Add(title ? CompletionKind::kTitle : CompletionKind::kHeading, text, CompletionKey(tokens_),
                       doc_count());
    }
    EncodeUnits(tokens_.units, &offsets_);
    length += units;
    base += units + limits::kPositionGap;
  }
  field_lengths_.push_back(length);
}

SegmentBuilder::Order SegmentBuilder::MakeOrder() const {
  auto invert = [](const std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> out(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) out[order[i]] = i;
    return out;
  };
  Order order;
  order.docs = ByText(docs_.size(), [this](std::uint32_t number) { return docs_[number].object_id; });
  auto before = [this](std::uint32_t a, std::uint32_t b) {
    const PendingDoc& x = docs_[a];
    const PendingDoc& y = docs_[b];
    if (x.ranking != y.ranking) return x.ranking > y.ranking;
    return std::tie(x.object_id, x.lang) < std::tie(y.object_id, y.lang);
  };
  // Without custom ranking they are in order by now.
  if (!std::is_sorted(order.docs.begin(), order.docs.end(), before)) {
    std::sort(order.docs.begin(), order.docs.end(), before);
  }
  order.terms = ByText(terms_.size(), [this](std::uint32_t number) { return terms_.text(number); });
  order.term_ids = invert(order.terms);
  return order;
}

void SegmentBuilder::WriteLexicon(const Order& order, OwnedSections* out) const {
  std::vector<std::string> stems;
  stems.reserve(terms_.size());
  for (std::uint32_t number : order.terms) stems.push_back(analyzer_.Stem(terms_.text(number)));
  std::vector<lexicon::TermAndStem> entries;
  entries.reserve(terms_.size());
  for (std::size_t i = 0; i < stems.size(); ++i) entries.push_back({terms_.text(order.terms[i]), stems[i]});
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

// Groups the tokens of a document by term.
void SegmentBuilder::CollectTerms(const Order& order, std::uint32_t number, DocumentTerms* out) const {
  const std::uint64_t begin = number == 0 ? 0 : docs_[number - 1].tokens_end;
  const std::uint64_t end = docs_[number].tokens_end;
  out->order.clear();
  for (std::uint64_t t = begin; t < end; ++t) {
    out->order.push_back(std::uint64_t{order.term_ids[doc_tokens_[t].term]} << 32 | (t - begin));
  }
  if (out->order.size() < kManyTokens) {
    std::sort(out->order.begin(), out->order.end());
  } else {
    RadixSort(&out->order, &out->sorting, terms_.size(), [](TermAndToken item) { return item >> 32; });
  }
  out->terms.clear();
  out->occurrences.resize(out->order.size());
  for (std::size_t i = 0; i < out->order.size(); ++i) {
    const PendingToken& token = doc_tokens_[begin + static_cast<std::uint32_t>(out->order[i])];
    out->occurrences[i] = {token.field, token.position, token.span};
    const TermId term{static_cast<std::uint32_t>(out->order[i] >> 32)};
    if (out->terms.empty() || out->terms.back().term != term) out->terms.push_back({term, {}});
    std::span<const postings::Occurrence>& of_term = out->terms.back().occurrences;
    of_term = {of_term.empty() ? &out->occurrences[i] : of_term.data(), of_term.size() + 1};
  }
}

// Notes which words follow which in a document.
void SegmentBuilder::CollectPairs(const Order& order, std::uint32_t doc, SplitListsBuilder* out) const {
  const std::uint32_t number = order.docs[doc];
  const std::uint64_t end = docs_[number].tokens_end;
  for (std::uint64_t i = number == 0 ? 0 : docs_[number - 1].tokens_end; i < end; ++i) {
    const PendingToken& first = doc_tokens_[i];
    const std::uint32_t next = first.position + first.span;
    for (std::uint64_t j = i + 1; j < end; ++j) {
      const PendingToken& second = doc_tokens_[j];
      if (second.field != first.field || second.position > next) break;
      if (second.position != next) continue;
      out->AddPair(doc, TermId{order.term_ids[first.term]}, TermId{order.term_ids[second.term]});
    }
  }
}

// Goes over the documents in their order once: each gets its vector, and every term its documents.
void SegmentBuilder::WritePostings(const Order& order, const lexicon::Lexicon& lexicon, OwnedSections* out) const {
  const std::size_t fields = settings_.searchable_attributes.size();
  const FieldNorms norms(settings_.searchable_attributes, AverageLengths());
  const std::vector<std::uint32_t> counts_by_number = terms_.DocumentCounts();
  std::vector<std::uint32_t> counts;
  for (std::uint32_t number : order.terms) counts.push_back(counts_by_number[number]);
  // The same of stem classes, and the last document counted.
  struct ClassCount {
    std::uint32_t documents = 0;
    std::uint32_t last = UINT32_MAX;
  };
  std::vector<ClassCount> class_counts(lexicon.class_count());
  std::vector<std::size_t> next(terms_.size());  // by term: where its next document goes
  std::exclusive_scan(counts.begin(), counts.end(), next.begin(), std::size_t{0});
  // A document and the impact of the term in it; side by side, since each term's are far from those of the last.
  const auto all_postings =
      std::make_unique_for_overwrite<std::uint64_t[]>(std::accumulate(counts.begin(), counts.end(), std::size_t{0}));
  PrefixListsBuilder prefixes(lexicon);
  SplitListsBuilder splits(lexicon);
  ByteWriter vectors;
  std::vector<std::uint64_t> vector_ends;
  DocumentTerms terms;
  std::vector<Impact> of_one(fields);  // by field: of a term that stands there once and nowhere else, as most do
  for (std::uint32_t doc = 0; doc < order.docs.size(); ++doc) {
    const std::uint32_t number = order.docs[doc];
    CollectTerms(order, number, &terms);
    const std::uint32_t* const lengths = &field_lengths_[number * fields];
    for (std::size_t f = 0; f < fields; ++f) {
      const postings::Occurrence once{.field = FieldId{static_cast<std::uint8_t>(f)}};
      of_one[f] = ImpactOf({&once, 1}, lengths, norms);
    }
    for (const postings::TermOccurrences& term : terms.terms) {
      const FieldId field = term.occurrences.front().field;
      const Impact impact =
          term.occurrences.size() == 1 ? of_one[Raw(field)] : ImpactOf(term.occurrences, lengths, norms);
      prefixes.Add(term.term, impact.pooled, impact.in_title);
      splits.SetImpact(term.term, impact.code);
      all_postings[next[Raw(term.term)]++] = std::uint64_t{doc} << 8 | impact.code;
      ClassCount& of_class = class_counts[Raw(lexicon.ClassOf(term.term))];
      if (std::exchange(of_class.last, doc) != doc) ++of_class.documents;
    }
    prefixes.EndDocument(doc);
    CollectPairs(order, doc, &splits);
    postings::AppendTermVector(terms.terms, static_cast<std::uint32_t>(fields), &vectors);
    vector_ends.push_back(vectors.size());
  }

  ByteWriter lists;
  std::vector<std::uint64_t> ends;
  std::vector<std::uint32_t> documents;
  std::vector<std::uint8_t> impacts;
  for (std::size_t term = 0; term < terms_.size(); ++term) {
    documents.clear();
    impacts.clear();
    for (std::size_t p = next[term] - counts[term]; p < next[term]; ++p) {
      documents.push_back(static_cast<std::uint32_t>(all_postings[p] >> 8));
      impacts.push_back(static_cast<std::uint8_t>(all_postings[p]));
    }
    postings::AppendPostings(documents, impacts, doc_count(), &lists);
    ends.push_back(lists.size());
  }
  for (const ClassCount& of_class : class_counts) counts.push_back(of_class.documents);
  (*out)[SectionKind::kDocumentCounts] = BytesOf(counts);
  (*out)[SectionKind::kPostingEnds] = BytesOf(ends);
  (*out)[SectionKind::kPostings] = lists.Take();
  (*out)[SectionKind::kVectorEnds] = BytesOf(vector_ends);
  (*out)[SectionKind::kVectors] = vectors.Take();
  splits.Write(doc_count(), out);
  prefixes.Write(doc_count(), out);
}

void SegmentBuilder::WriteDocuments(const Order& order, const lexicon::Lexicon& lexicon, OwnedSections* out) const {
  std::vector<std::uint64_t> offset_ends;
  std::vector<std::uint32_t> title_ends, title_classes, scratch;
  std::vector<double> ranking;
  ByteWriter offsets;
  for (std::uint32_t number : order.docs) {
    const PendingDoc& doc = docs_[number];
    ranking.insert(ranking.end(), doc.ranking.begin(), doc.ranking.end());

    scratch.clear();
    for (std::uint64_t t = number == 0 ? 0 : docs_[number - 1].title_end; t < doc.title_end; ++t) {
      scratch.push_back(Raw(lexicon.ClassOf(TermId{order.term_ids[title_terms_[t]]})));
    }
    std::sort(scratch.begin(), scratch.end());
    scratch.erase(std::unique(scratch.begin(), scratch.end()), scratch.end());
    title_classes.insert(title_classes.end(), scratch.begin(), scratch.end());
    title_ends.push_back(static_cast<std::uint32_t>(title_classes.size()));

    offsets.Raw(doc.offsets);
    offset_ends.push_back(offsets.size());
  }
  (*out)[SectionKind::kTitleEnds] = NarrowNumbers(title_ends);
  (*out)[SectionKind::kTitleClasses] = NarrowNumbers(title_classes);
  (*out)[SectionKind::kOffsetEnds] = NarrowNumbers(offset_ends);
  (*out)[SectionKind::kOffsets] = offsets.Take();
  (*out)[SectionKind::kRankingValues] = BytesOf(ranking);
}

void SegmentBuilder::WriteStored(const Order& order, OwnedSections* out) const {
  StoredBlocksBuilder blocks;
  for (std::uint32_t number : order.docs) blocks.Add(docs_[number].stored);
  StoredBlocksBuilder::Bytes bytes = blocks.Finish();
  (*out)[SectionKind::kStoredEnds] = std::move(bytes.document_ends);
  (*out)[SectionKind::kStoredBlockEnds] = std::move(bytes.block_ends);
  (*out)[SectionKind::kStored] = std::move(bytes.blocks);
}

void SegmentBuilder::WriteIdentities(const Order& order, OwnedSections* out) const {
  std::map<std::string_view, std::uint32_t> langs;  // and their places
  for (const PendingDoc& doc : docs_) langs.emplace(doc.lang, 0);
  ByteWriter ids, tags;
  tags.Varint(langs.size());
  std::uint32_t places = 0;
  for (auto& [lang, place] : langs) {
    place = places++;
    tags.String(lang);
  }
  std::vector<std::uint64_t> ends;
  std::vector<std::uint32_t> doc_langs;
  for (std::uint32_t number : order.docs) {
    ids.Raw(docs_[number].object_id);
    ends.push_back(ids.size());
    doc_langs.push_back(langs[docs_[number].lang]);
  }
  std::vector<std::uint32_t> id_order(order.docs.size());
  std::iota(id_order.begin(), id_order.end(), 0);
  auto before = [&](std::uint32_t a, std::uint32_t b) {
    return std::pair<std::string_view, std::uint32_t>(docs_[order.docs[a]].object_id, a) <
           std::pair<std::string_view, std::uint32_t>(docs_[order.docs[b]].object_id, b);
  };
  if (!std::is_sorted(id_order.begin(), id_order.end(), before)) {
    std::sort(id_order.begin(), id_order.end(), before);
    (*out)[SectionKind::kIdOrder] = NarrowNumbers(id_order);
  }
  (*out)[SectionKind::kObjectIdEnds] = NarrowNumbers(ends);
  (*out)[SectionKind::kObjectIds] = ids.Take();
  (*out)[SectionKind::kLangs] = tags.Take();
  (*out)[SectionKind::kDocLangs] = NarrowNumbers(doc_langs);
}

void SegmentBuilder::WriteFieldLengths(const Order& order, OwnedSections* out) const {
  const std::size_t fields = settings_.searchable_attributes.size();
  std::string widths, numbers;
  std::vector<std::uint32_t> of_field;
  for (std::size_t f = 0; f < fields; ++f) {
    of_field.clear();
    for (std::uint32_t number : order.docs) of_field.push_back(field_lengths_[number * fields + f]);
    std::string packed = NarrowNumbers(of_field);
    widths.push_back(static_cast<char>(NarrowArray(packed, of_field.size()).width()));
    if (!numbers.empty()) numbers.resize(numbers.size() - kNarrowPadding);  // the next one's stands for all
    numbers += packed;
  }
  (*out)[SectionKind::kFieldLengths] = widths + numbers;
}

OwnedSections SegmentBuilder::Build() && {
  OwnedSections out;
  const Order order = MakeOrder();
  WriteLexicon(order, &out);
  const lexicon::Lexicon lexicon = *lexicon::Lexicon::Open(out[SectionKind::kLexicon]);
  WritePostings(order, lexicon, &out);
  WriteDocuments(order, lexicon, &out);
  WriteStored(order, &out);
  WriteIdentities(order, &out);
  WriteFieldLengths(order, &out);
  out[SectionKind::kColumns] = columns_.Build(order.docs);
  std::vector<std::uint32_t> doc_ids(order.docs.size());
  for (std::uint32_t doc = 0; doc < order.docs.size(); ++doc) doc_ids[order.docs[doc]] = doc;
  out[SectionKind::kCompletions] = completions_.Build(doc_ids);
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
