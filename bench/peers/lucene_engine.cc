// SPDX-License-Identifier: Apache-2.0
// Lucene++ (Lucene 3.0): standard analysis without stop words, all words of the query in title or body, and any
// of them when that gives too few; its classic score; one segment, mapped. A half word: a prefix query whose terms are
// scored. Typos: fuzzy queries for the words that no document holds, at the default similarity, first letter free.
#include <lucene++/LuceneHeaders.h>  // before its other headers, which lean on it

#include <lucene++/FuzzyQuery.h>
#include <lucene++/Highlighter.h>
#include <lucene++/MMapDirectory.h>
#include <lucene++/PrefixQuery.h>
#include <lucene++/QueryScorer.h>
#include <lucene++/SerialMergeScheduler.h>
#include <lucene++/SimpleHTMLFormatter.h>
#include <lucene++/TermAttribute.h>

#include "engines.h"
#include "passages.h"

namespace peers {
namespace {

using Lucene::newLucene;
using Lucene::String;
using Lucene::StringUtils;

constexpr int32_t kFuzzyTerms = 1024;  // the default: a fuzzy query makes room for so many before it looks
constexpr int32_t kPrefixTerms = 1 << 16;
constexpr const wchar_t* kId = L"id";
constexpr const wchar_t* kTitle = L"title";
constexpr const wchar_t* kBody = L"body";

class LuceneEngine : public Engine {
 public:
  // The stop words are read from nothing: a set made here would be one of a newer Boost than the library's.
  LuceneEngine()
      : analyzer_(newLucene<Lucene::StandardAnalyzer>(Lucene::LuceneVersion::LUCENE_CURRENT,
                                                      newLucene<Lucene::StringReader>(L""))) {}

  EngineInfo Info() const override {
    return {
        .name = "lucene++",
        .version = SIGNPOST_PEERS_LUCENE,
        .settings =
            "StandardAnalyzer without stop words, all words else any, title weight 3, one segment, mmap; cut: scored "
            "PrefixQuery; typos: FuzzyQuery .5 of words it has not, no fixed prefix",
        .marks = Marks::kOptional};
  }

  void Build(bench::PassageReader& passages, const std::string& folder) override {
    const Lucene::IndexWriterPtr writer =
        newLucene<Lucene::IndexWriter>(Lucene::FSDirectory::open(StringUtils::toUnicode(folder)), analyzer_, true,
                                       Lucene::IndexWriter::MaxFieldLengthUNLIMITED);
    writer->setMergeScheduler(newLucene<Lucene::SerialMergeScheduler>());
    writer->setRAMBufferSizeMB(256);
    for (bench::Passage passage; passages.Next(passage);) {
      const Lucene::DocumentPtr document = newLucene<Lucene::Document>();
      AddField(document, kId, passage.id, Lucene::AbstractField::INDEX_NO);
      AddField(document, kTitle, passage.title, Lucene::AbstractField::INDEX_ANALYZED);
      AddField(document, kBody, passage.body, Lucene::AbstractField::INDEX_ANALYZED);
      writer->addDocument(document);
    }
    writer->optimize();
    writer->close();
  }

  void Open(const std::string& folder) override {
    searcher_ =
        newLucene<Lucene::IndexSearcher>(newLucene<Lucene::MMapDirectory>(StringUtils::toUnicode(folder)), true);
  }

  Answer Search(const Query& query) override {
    const std::vector<Lucene::QueryPtr> words = WordQueries(query);
    // Those with all words; when they are too few, those with any.
    Lucene::QueryPtr parsed = Combine(words, Lucene::BooleanClause::MUST);
    Lucene::TopDocsPtr hits = searcher_->search(parsed, kHits);
    if (hits->scoreDocs.size() < kHits) {
      parsed = Combine(words, Lucene::BooleanClause::SHOULD);
      hits = searcher_->search(parsed, kHits);
    }
    Lucene::HighlighterPtr highlighter;
    if (query.marks) {
      highlighter =
          newLucene<Lucene::Highlighter>(newLucene<Lucene::SimpleHTMLFormatter>(L"<em>", L"</em>"),
                                         newLucene<Lucene::QueryScorer>(parsed->rewrite(searcher_->getIndexReader())));
    }
    Answer answer;
    for (int i = 0; i < hits->scoreDocs.size(); ++i) {
      const Lucene::DocumentPtr document = searcher_->doc(hits->scoreDocs[i]->doc);
      answer.ids.push_back(StringUtils::toUTF8(document->get(kId)));
      if (highlighter == nullptr) continue;
      for (const wchar_t* field : {kTitle, kBody}) {
        answer.marked_bytes += highlighter->getBestFragment(analyzer_, field, document->get(field)).size();
      }
    }
    return answer;
  }

 private:
  static void AddField(const Lucene::DocumentPtr& document, const wchar_t* name, const std::string& text,
                       Lucene::AbstractField::Index index) {
    document->add(
        newLucene<Lucene::Field>(name, StringUtils::toUnicode(text), Lucene::AbstractField::STORE_YES, index));
  }

  std::vector<String> Words(const std::string& text) const {
    std::vector<String> words;
    const Lucene::TokenStreamPtr tokens =
        analyzer_->tokenStream(kBody, newLucene<Lucene::StringReader>(StringUtils::toUnicode(text)));
    const Lucene::TermAttributePtr term = tokens->addAttribute<Lucene::TermAttribute>();
    while (tokens->incrementToken()) words.push_back(term->term());
    return words;
  }

  static Lucene::QueryPtr Combine(const std::vector<Lucene::QueryPtr>& words, Lucene::BooleanClause::Occur occur) {
    const Lucene::BooleanQueryPtr all = newLucene<Lucene::BooleanQuery>();
    for (const Lucene::QueryPtr& word : words) all->add(word, occur);
    return all;
  }

  std::vector<Lucene::QueryPtr> WordQueries(const Query& query) const {
    const std::vector<String> words = Words(query.text);
    std::vector<Lucene::QueryPtr> queries;
    Lucene::BooleanQuery::setMaxClauseCount(kFuzzyTerms);
    for (std::size_t w = 0; w < words.size(); ++w) {
      queries.push_back(
          WordQuery(words[w], query.cut && w + 1 == words.size(), query.misspelled && IsAbsent(words[w])));
    }
    Lucene::BooleanQuery::setMaxClauseCount(kPrefixTerms);
    return queries;
  }

  bool IsAbsent(const String& word) const {
    for (const wchar_t* field : {kTitle, kBody}) {
      if (searcher_->docFreq(newLucene<Lucene::Term>(field, word)) > 0) return false;
    }
    return true;
  }

  Lucene::QueryPtr WordQuery(const String& word, bool cut, bool misspelled) const {
    const Lucene::BooleanQueryPtr either =
        newLucene<Lucene::BooleanQuery>(true);  // a word in one field is a whole word
    for (const wchar_t* field : {kTitle, kBody}) {
      const Lucene::TermPtr term = newLucene<Lucene::Term>(field, word);
      if (cut) AddClause(either, ScoredPrefix(term), field);
      if (misspelled) {
        AddClause(either, newLucene<Lucene::FuzzyQuery>(term)->rewrite(searcher_->getIndexReader()), field);
      } else {
        AddClause(either, newLucene<Lucene::TermQuery>(term), field);
      }
    }
    return either;
  }

  static Lucene::QueryPtr ScoredPrefix(const Lucene::TermPtr& term) {
    const Lucene::PrefixQueryPtr prefix = newLucene<Lucene::PrefixQuery>(term);
    prefix->setRewriteMethod(Lucene::MultiTermQuery::SCORING_BOOLEAN_QUERY_REWRITE());
    return prefix;
  }

  static void AddClause(const Lucene::BooleanQueryPtr& all, const Lucene::QueryPtr& clause, const wchar_t* field) {
    if (field == kTitle) clause->setBoost(kTitleWeight);
    all->add(clause, Lucene::BooleanClause::SHOULD);
  }

  Lucene::AnalyzerPtr analyzer_;
  Lucene::IndexSearcherPtr searcher_;
};

}  // namespace

std::unique_ptr<Engine> MakeLucene() { return std::make_unique<LuceneEngine>(); }

}  // namespace peers
