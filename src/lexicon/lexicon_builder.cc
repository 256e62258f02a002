// SPDX-License-Identifier: Apache-2.0
#include "lexicon/lexicon_builder.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/bytes.h"
#include "lexicon/ending_index.h"
#include "lexicon/lexicon_format.h"
#include "lexicon/middle_index.h"
#include "lexicon/trie.h"

namespace signpost::lexicon {
namespace {

// The strings one after the other, and where each ends.
struct Table {
  explicit Table(const std::vector<std::string_view>& strings) {
    for (std::string_view s : strings) {
      bytes.append(s);
      ends.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
  }
  std::vector<std::uint32_t> ends;
  std::string bytes;
};

struct Classes {
  std::vector<std::string_view> stems;      // unique, ascending
  std::vector<std::uint32_t> class_of;      // by term
  std::vector<std::uint32_t> class_begins;  // offsets into class_terms, one more than classes
  std::vector<std::uint32_t> class_terms;   // grouped by class, ascending
};

Classes GroupByStem(const std::vector<TermAndStem>& terms) {
  Classes out;
  out.class_terms.resize(terms.size());
  for (std::uint32_t i = 0; i < terms.size(); ++i) out.class_terms[i] = i;
  std::sort(out.class_terms.begin(), out.class_terms.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int order = terms[a].stem.compare(terms[b].stem);
    return order != 0 ? order < 0 : a < b;
  });
  out.class_of.resize(terms.size());
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    const TermAndStem& term = terms[out.class_terms[i]];
    if (out.stems.empty() || out.stems.back() != term.stem) {
      out.stems.push_back(term.stem);
      out.class_begins.push_back(i);
    }
    out.class_of[out.class_terms[i]] = static_cast<std::uint32_t>(out.stems.size() - 1);
  }
  out.class_begins.push_back(static_cast<std::uint32_t>(terms.size()));
  return out;
}

}  // namespace

std::string BuildLexicon(const std::vector<TermAndStem>& terms, const BuildOptions& options) {
  std::vector<std::string_view> texts;
  texts.reserve(terms.size());
  for (const TermAndStem& t : terms) texts.push_back(t.term);
  const Classes classes = GroupByStem(terms);
  const Table term_table(texts);
  const Table stem_table(classes.stems);
  const TrieParts trie = BuildTrie(texts);
  std::array<std::vector<std::uint32_t>, kMiddleCount> middles;
  for (std::size_t i = 0; i < kMiddleCount; ++i) middles[i] = BuildMiddleList(texts, kFirstMiddle + i);
  const std::vector<std::uint32_t> endings = options.endings ? BuildEndingList(texts) : std::vector<std::uint32_t>();

  LexiconHeader header;
  header.term_count = static_cast<std::uint32_t>(terms.size());
  header.term_bytes = static_cast<std::uint32_t>(term_table.bytes.size());
  header.class_count = static_cast<std::uint32_t>(classes.stems.size());
  header.stem_bytes = static_cast<std::uint32_t>(stem_table.bytes.size());
  header.node_count = static_cast<std::uint32_t>(trie.nodes.size() - 1);
  header.alphabet_size = static_cast<std::uint32_t>(trie.alphabet.size());
  for (std::size_t i = 0; i < kMiddleCount; ++i) {
    header.middle_counts[i] = static_cast<std::uint32_t>(middles[i].size());
  }
  header.ending_count = static_cast<std::uint32_t>(endings.size());

  ByteWriter out;
  out.Fixed(header);
  out.Raw(BytesOf(trie.nodes));
  out.Raw(BytesOf(trie.alphabet));
  out.Raw(BytesOf(term_table.ends));
  out.Raw(BytesOf(stem_table.ends));
  out.Raw(BytesOf(classes.class_of));
  out.Raw(BytesOf(classes.class_begins));
  out.Raw(BytesOf(classes.class_terms));
  for (const auto& list : middles) out.Raw(BytesOf(list));
  out.Raw(BytesOf(endings));
  out.Raw(term_table.bytes);
  out.Raw(stem_table.bytes);
  return out.Take();
}

}  // namespace signpost::lexicon
