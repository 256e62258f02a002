// SPDX-License-Identifier: Apache-2.0
// Xapian: English stems; all words of the query, and any of them when that gives too few; BM25; the index compacted,
// since nobody writes to it any more. A half word: FLAG_PARTIAL. Typos: the query with the corrections of its
// spelling dictionary.
#include <xapian.h>

#include <cstdlib>
#include <filesystem>
#include <optional>

#include "engines.h"
#include "passages.h"

namespace peers {
namespace {

class XapianEngine : public Engine {
 public:
  EngineInfo Info() const override {
    return {.name = "xapian",
            .version = Xapian::version_string(),
            .settings =
                "English stems, all words else any, BM25, title weight 3; cut: FLAG_PARTIAL; typos: spelling "
                "correction, any word; compacted",
            .marks = Marks::kOptional};
  }

  void Build(bench::PassageReader& passages, const std::string& folder) override {
    setenv("XAPIAN_FLUSH_THRESHOLD", "200000", 1);  // passages between writes: twenty times its default, and faster
    Xapian::WritableDatabase database(folder + "/written", Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    generator.set_database(database);
    generator.set_flags(Xapian::TermGenerator::FLAG_SPELLING);
    for (bench::Passage passage; passages.Next(passage);) {
      Xapian::Document document;
      document.set_data(passage.id + "\n" + passage.title + "\n" + passage.body);
      generator.set_document(document);
      generator.set_termpos(0);
      generator.index_text(passage.title, kTitleWeight);
      generator.increase_termpos();
      generator.index_text(passage.body);
      database.add_document(document);
    }
    database.commit();
    database.compact(folder + "/index");
    database.close();
    std::filesystem::remove_all(folder + "/written");
  }

  void Open(const std::string& folder) override {
    database_ = Xapian::Database(folder + "/index");
    enquire_.emplace(database_);
    parser_.set_stemmer(stemmer_);
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_database(database_);
  }

  Answer Search(const Query& query) override {
    const Xapian::MSet hits = Hits(query);
    Answer answer;
    for (Xapian::MSetIterator hit = hits.begin(); hit != hits.end(); ++hit) {
      const std::string data = hit.get_document().get_data();
      const std::size_t id_end = data.find('\n');
      answer.ids.push_back(data.substr(0, id_end));
      if (query.marks) answer.marked_bytes += MarkedBytes(hits, data, id_end + 1);
    }
    return answer;
  }

 private:
  // Those with all words; when they are too few, those with any.
  Xapian::MSet Hits(const Query& query) {
    Xapian::MSet hits;
    for (const Xapian::Query::op op : {Xapian::Query::OP_AND, Xapian::Query::OP_OR}) {
      // Of corrected words any at once: that finds as much and spares asking twice.
      if (op == Xapian::Query::OP_AND && query.misspelled && !query.cut) continue;
      parser_.set_default_op(op);
      enquire_->set_query(Parse(query));
      hits = enquire_->get_mset(0, kHits);
      if (hits.size() == kHits) break;
    }
    return hits;
  }

  Xapian::Query Parse(const Query& query) {
    unsigned flags = 0;
    if (query.cut) flags |= Xapian::QueryParser::FLAG_PARTIAL;
    if (!query.misspelled) return parser_.parse_query(query.text, flags);
    const Xapian::Query as_typed =
        parser_.parse_query(query.text, flags | Xapian::QueryParser::FLAG_SPELLING_CORRECTION);
    const std::string corrected = parser_.get_corrected_query_string();
    return corrected.empty() ? as_typed : parser_.parse_query(corrected, flags);
  }

  std::size_t MarkedBytes(const Xapian::MSet& hits, const std::string& data, std::size_t title_begin) {
    constexpr std::size_t kBytesPerWord = 6;
    const std::size_t title_end = data.find('\n', title_begin);
    const std::string title = data.substr(title_begin, title_end - title_begin);
    const std::string body = data.substr(title_end + 1);
    return hits.snippet(title, title.size(), stemmer_, Xapian::MSet::SNIPPET_EXHAUSTIVE, "<em>", "</em>").size() +
           hits.snippet(body, kSnippetWords * kBytesPerWord, stemmer_,
                        Xapian::MSet::SNIPPET_BACKGROUND_MODEL | Xapian::MSet::SNIPPET_EXHAUSTIVE, "<em>", "</em>")
               .size();
  }

  Xapian::Database database_;
  std::optional<Xapian::Enquire> enquire_;
  Xapian::Stem stemmer_{"english"};
  Xapian::QueryParser parser_;
};

}  // namespace

std::unique_ptr<Engine> MakeXapian() { return std::make_unique<XapianEngine>(); }

}  // namespace peers
