// SPDX-License-Identifier: Apache-2.0
// SQLite FTS5: all words of the query, and any of them when that gives too few; bm25, indexes of the prefixes of 2, 3
// and 4 letters, the file mapped. A half word: a prefix query. It has no typo tolerance: misspelled queries are asked
// as they are. The porter tokenizer was tried: it found less of every set.
#include <sqlite3.h>

#include <cctype>
#include <set>
#include <stdexcept>

#include "engines.h"
#include "passages.h"

namespace peers {
namespace {

class Fts5Engine : public Engine {
 public:
  ~Fts5Engine() override { Close(); }

  EngineInfo Info() const override {
    return {.name = "fts5",
            .version = sqlite3_libversion(),
            .settings =
                "unicode61, prefix='2 3 4', all words else any, bm25, title weight 3, optimized, mmap; cut: prefix of "
                "the last "
                "word; typos: none offered",
            .marks = Marks::kOptional};
  }

  void Build(bench::PassageReader& passages, const std::string& folder) override {
    OpenFile(folder);
    Run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000");
    Run("CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, title, body, prefix='2 3 4')");
    Run("INSERT INTO passages(passages, rank) VALUES('rank', 'bm25(0, " + std::to_string(kTitleWeight) + ", 1)')");
    Run("BEGIN");
    sqlite3_stmt* insert = Prepare("INSERT INTO passages(id, title, body) VALUES(?, ?, ?)");
    for (bench::Passage passage; passages.Next(passage);) {
      Bind(insert, 1, passage.id);
      Bind(insert, 2, passage.title);
      Bind(insert, 3, passage.body);
      if (sqlite3_step(insert) != SQLITE_DONE) Fail("adding " + passage.id);
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    Run("COMMIT; INSERT INTO passages(passages) VALUES('optimize')");
    Close();
  }

  void Open(const std::string& folder) override {
    OpenFile(folder);
    Run("PRAGMA mmap_size = 17179869184");
    const std::string tail = " FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT " + std::to_string(kHits);
    plain_ = Prepare("SELECT id" + tail);
    marked_ =
        Prepare("SELECT id, highlight(passages, 1, '<em>', '</em>'), snippet(passages, 2, '<em>', '</em>', '…', " +
                std::to_string(kSnippetWords) + ")" + tail);
  }

  // Those with all words; when they are too few, those with any.
  Answer Search(const Query& query) override {
    Answer answer = Ask(query, " AND ");
    if (answer.ids.size() < kHits) answer = Ask(query, " OR ");
    return answer;
  }

 private:
  Answer Ask(const Query& query, const std::string& junction) {
    Answer answer;
    const std::string match = MatchExpression(query, junction);
    if (match.empty()) return answer;
    sqlite3_stmt* select = query.marks ? marked_ : plain_;
    Bind(select, 1, match);
    int code = sqlite3_step(select);
    for (; code == SQLITE_ROW; code = sqlite3_step(select)) {
      answer.ids.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(select, 0)));
      for (int column = 1; column < sqlite3_column_count(select); ++column) {
        answer.marked_bytes += static_cast<std::size_t>(sqlite3_column_bytes(select, column));
      }
    }
    if (code != SQLITE_DONE) Fail("asking " + match);
    sqlite3_reset(select);
    return answer;
  }

  // The distinct words, quoted, joined.
  static std::string MatchExpression(const Query& query, const std::string& junction) {
    std::string match;
    std::set<std::string> seen;
    std::string word;
    const std::string text = query.text + " ";
    const std::size_t last = text.find_last_not_of(" ");
    for (std::size_t i = 0; i < text.size(); ++i) {
      const unsigned char c = static_cast<unsigned char>(text[i]);
      if (c >= 0x80 || std::isalnum(c) != 0) {
        word += text[i];
        continue;
      }
      if (word.empty()) continue;
      const bool prefix = query.cut && i > last;
      if (prefix || seen.insert(word).second) {
        match += (match.empty() ? "\"" : junction + "\"") + word + (prefix ? "\"*" : "\"");
      }
      word.clear();
    }
    return match;
  }

  void OpenFile(const std::string& folder) {
    if (sqlite3_open((folder + "/index.sqlite").c_str(), &database_) != SQLITE_OK) Fail("opening " + folder);
  }
  void Close() {
    sqlite3_finalize(plain_);
    sqlite3_finalize(marked_);
    sqlite3_close(database_);
    plain_ = marked_ = nullptr;
    database_ = nullptr;
  }
  void Run(const std::string& sql) {
    if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) Fail(sql);
  }
  sqlite3_stmt* Prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) Fail(sql);
    return statement;
  }
  // The text must live until the statement is reset.
  static void Bind(sqlite3_stmt* statement, int parameter, const std::string& text) {
    sqlite3_bind_text(statement, parameter, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  }
  [[noreturn]] void Fail(const std::string& what) const {
    throw std::runtime_error(what + ": " + sqlite3_errmsg(database_));
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* plain_ = nullptr;
  sqlite3_stmt* marked_ = nullptr;
};

}  // namespace

std::unique_ptr<Engine> MakeFts5() { return std::make_unique<Fts5Engine>(); }

}  // namespace peers
