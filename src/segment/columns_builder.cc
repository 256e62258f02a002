// SPDX-License-Identifier: Apache-2.0
#include "segment/columns_builder.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

#include "segment/columns.h"
#include "segment/doc_set.h"
#include "text/value_fold.h"

namespace signpost::segment {
namespace {

// The values of documents as codes.
struct Coded {
  std::vector<std::uint32_t> ends;  // by DocId
  std::vector<std::uint32_t> codes;
};

// `codes` is by the number of arrival of a value.
template <typename Arrived>
Coded InOrder(const Arrived& arrived, const std::vector<std::uint32_t>& docs, const std::vector<std::uint32_t>& codes) {
  Coded out;
  out.ends.reserve(docs.size());
  out.codes.reserve(arrived.values.size());
  for (const std::uint32_t number : docs) {
    const std::size_t first = out.codes.size();
    for (std::uint32_t i = number == 0 ? 0 : arrived.ends[number - 1]; i < arrived.ends[number]; ++i) {
      out.codes.push_back(codes[arrived.values[i]]);
    }
    std::sort(out.codes.begin() + static_cast<std::ptrdiff_t>(first), out.codes.end());
    out.ends.push_back(static_cast<std::uint32_t>(out.codes.size()));
  }
  return out;
}

void WriteSets(const Coded& coded, std::size_t text_count, ByteWriter* out) {
  std::vector<std::uint32_t> begins(text_count + 1);
  for (const std::uint32_t code : coded.codes) ++begins[code + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<DocId> docs(coded.codes.size());  // grouped by code
  std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
  std::uint32_t i = 0;
  for (std::uint32_t d = 0; d < coded.ends.size(); ++d) {
    for (; i < coded.ends[d]; ++i) docs[next[coded.codes[i]]++] = DocId{d};
  }
  ByteWriter sets;
  std::vector<std::uint64_t> set_ends;
  for (std::size_t code = 0; code < text_count; ++code) {
    EncodedDocSet::Append({docs.begin() + begins[code], docs.begin() + begins[code + 1]}, &sets);
    set_ends.push_back(sets.size());
  }
  out->Raw(BytesOf(set_ends));
  out->String(sets.view());
}

}  // namespace

ColumnsBuilder::ColumnsBuilder(const std::vector<ColumnSpec>& specs) {
  for (const ColumnSpec& spec : specs) columns_.emplace_back().spec = spec;
}

void ColumnsBuilder::Add(const Document& document, std::string_view lang) {
  for (PendingColumn& column : columns_) {
    ColumnValues values = ValuesOf(document, column.spec, lang);
    for (std::string& text : values.texts) {
      const auto number = static_cast<std::uint32_t>(column.texts.size());
      column.text_values.values.push_back(column.texts.try_emplace(std::move(text), number).first->second);
    }
    for (const ColumnNumber& number : values.numbers) {
      auto& known = number.is_date ? column.dates : column.numbers;
      const auto next = static_cast<std::uint32_t>(column.distinct_numbers.size());
      const auto [place, is_new] = known.try_emplace(std::bit_cast<std::uint64_t>(number.value), next);
      if (is_new) column.distinct_numbers.push_back(number);
      column.number_values.values.push_back(place->second);
    }
    column.text_values.ends.push_back(static_cast<std::uint32_t>(column.text_values.values.size()));
    column.number_values.ends.push_back(static_cast<std::uint32_t>(column.number_values.values.size()));
  }
}

void ColumnsBuilder::WriteTexts(const PendingColumn& column, const std::vector<std::uint32_t>& docs, ByteWriter* out,
                                ByteWriter* codes) {
  struct Entry {
    std::string folded;
    std::string_view text;
    std::uint32_t arrival;
  };
  std::vector<Entry> entries;
  entries.reserve(column.texts.size());
  for (const auto& [text, arrival] : column.texts) entries.push_back({text::FoldValue(text), text, arrival});
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return std::tie(a.folded, a.text) < std::tie(b.folded, b.text); });
  std::vector<std::uint32_t> code_of(entries.size());
  std::vector<std::uint32_t> text_ends;
  ByteWriter texts;
  for (std::uint32_t code = 0; code < entries.size(); ++code) {
    code_of[entries[code].arrival] = code;
    texts.Raw(entries[code].text);
    text_ends.push_back(static_cast<std::uint32_t>(texts.size()));
  }
  const Coded coded = InOrder(column.text_values, docs, code_of);
  out->Varint(entries.size());
  out->Raw(BytesOf(text_ends));
  out->String(texts.view());
  WriteSets(coded, entries.size(), out);
  Codes::Append(coded.ends, coded.codes, static_cast<std::uint32_t>(entries.size()), codes);
}

void ColumnsBuilder::WriteNumbers(const PendingColumn& column, const std::vector<std::uint32_t>& docs, ByteWriter* out,
                                  ByteWriter* codes) {
  const std::vector<ColumnNumber>& distinct = column.distinct_numbers;
  std::vector<std::uint32_t> order(distinct.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return distinct[a] < distinct[b]; });
  std::vector<std::uint32_t> code_of(distinct.size());
  std::vector<double> numbers;
  std::vector<std::uint8_t> is_date;
  for (std::uint32_t code = 0; code < order.size(); ++code) {
    code_of[order[code]] = code;
    numbers.push_back(distinct[order[code]].value);
    is_date.push_back(distinct[order[code]].is_date ? 1 : 0);
  }
  out->Varint(numbers.size());
  out->Raw(BytesOf(numbers));
  out->Raw(BytesOf(is_date));
  const Coded coded = InOrder(column.number_values, docs, code_of);
  Codes::Append(coded.ends, coded.codes, static_cast<std::uint32_t>(numbers.size()), codes);
}

std::string ColumnsBuilder::Build(const std::vector<std::uint32_t>& docs) const {
  ByteWriter out;
  out.Varint(columns_.size());
  for (const PendingColumn& column : columns_) {
    ByteWriter bytes;
    ByteWriter codes;
    WriteTexts(column, docs, &bytes, &codes);
    WriteNumbers(column, docs, &bytes, &codes);
    bytes.Raw(codes.view());
    out.String(column.spec.name);
    out.Varint(column.spec.texts ? 1 : 0);
    out.String(bytes.view());
  }
  return out.Take();
}

}  // namespace signpost::segment
