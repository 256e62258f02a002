// SPDX-License-Identifier: Apache-2.0
#include "catalog/special_words.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "postings/term_vector.h"
#include "rank/score_formula.h"
#include "segment/field_norms.h"
#include "text/analyzer.h"
#include "text/language_pack.h"

namespace signpost::catalog {
namespace {

// From here on the code points of scripts that are written without spaces.
constexpr char32_t kFirstCjk = 0x2E80;

// A pair of CJK characters has two units, a word one. Identifiers stand by their parts.
bool Counts(std::string_view term, std::uint16_t span, const text::Analyzer& analyzer) {
  std::size_t end = 0;
  const bool cjk = DecodeUtf8(term, &end) >= kFirstCjk;
  const bool digit = std::any_of(term.begin(), term.end(), [](char c) { return c >= '0' && c <= '9'; });
  return span == (cjk ? 2 : 1) && !digit && !analyzer.IsStopWord(term);
}

}  // namespace

std::vector<SpecialWord> SpecialWords(const segment::Corpus& corpus, const Settings& settings, std::uint32_t segment,
                                      DocId doc, std::size_t count) {
  const segment::Segment& bytes = corpus.segments()[segment].segment();
  const text::Analyzer analyzer(text::FindLanguagePack(corpus.lang()));
  const segment::FieldNorms norms(settings.searchable_attributes, corpus.average_lengths());
  std::map<std::uint32_t, SpecialWord> by_class;
  postings::TermVector terms = bytes.Terms(doc);
  std::vector<postings::Occurrence> occurrences;
  while (terms.Next()) {
    if (Raw(terms.term()) >= bytes.lexicon().term_count()) break;
    const std::string_view term = bytes.lexicon().Term(terms.term());
    occurrences.clear();
    terms.AppendOccurrences(&occurrences);
    double pooled = 0;
    for (const postings::Occurrence& o : occurrences) {
      if (Counts(term, o.span, analyzer)) pooled += norms.Pooled(o.field, 1, bytes.FieldLength(doc, o.field));
    }
    if (pooled == 0) continue;
    SpecialWord& word = by_class[Raw(bytes.lexicon().ClassOf(terms.term()))];
    word.frequency += pooled;
    word.terms.emplace_back(term);
  }
  std::vector<SpecialWord> out;
  for (auto& [id, word] : by_class) {
    word.stem = bytes.lexicon().Stem(ClassId{id});
    const std::uint64_t documents = corpus.DocumentCount(word.stem);
    if (documents < 2) continue;
    word.frequency = rank::Saturated(word.frequency) / (rank::kSaturation + 1);
    word.idf = corpus.Idf(static_cast<double>(documents));
    out.push_back(std::move(word));
  }
  std::sort(out.begin(), out.end(), [](const SpecialWord& a, const SpecialWord& b) {
    const double x = a.frequency * a.idf;
    const double y = b.frequency * b.idf;
    return x != y ? x > y : a.stem < b.stem;
  });
  if (out.size() > count) out.resize(count);
  return out;
}

}  // namespace signpost::catalog
