// SPDX-License-Identifier: Apache-2.0
// highlight_bench.cc — what showing ten hits costs: reading them, marking titles and bodies, cutting snippets.
//
// Text:    the bundled help center, or with SIGNPOST_BENCH_ARTICLES=PATH what `signpost index PATH` would read, joined and cut
//          to articles of 2 KB and of 20 KB. Every run asks for another ten of up to 2,000.
// Queries: titles of what the articles were made of, and the same with a question's words before it, which stand all over a text.
#include <benchmark/benchmark.h>
#include <signpost/ingest.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "base/deadline.h"
#include "highlight/highlighter.h"
#include "match/doc_match.h"
#include "query/parsed_query.h"
#include "query/plan.h"
#include "segment/corpus.h"
#include "segment/segment_builder.h"
#include "text/language_pack.h"

namespace signpost {
namespace {

constexpr std::size_t kHits = 10;
constexpr std::size_t kArticles = 2000;
constexpr std::size_t kQueries = 20;
const highlight::SnippetLength kLength = highlight::SnippetLength::Of(30, 0);

struct Texts {
  std::vector<std::string> titles;
  std::string body;  // of all
};

const Texts& RealTexts() {
  static const Texts texts = [] {
    Texts out;
    const char* given = std::getenv("SIGNPOST_BENCH_ARTICLES");
    const std::string path = given != nullptr ? given : SIGNPOST_SOURCE_DIR "/data/help_center/en";
    const absl::StatusOr<IngestReport> report = ReadDocuments(path, {.lang = "en"}, [&](const Document& document) {
      out.titles.push_back(document.title);
      for (const Section& section : document.sections) out.body += section.text + "\n";
      return absl::OkStatus();
    });
    if (!report.ok() || out.titles.size() < kQueries) std::abort();
    while (out.body.size() < 1 << 20) out.body += std::string(out.body);
    return out;
  }();
  return texts;
}

std::vector<Document> Articles(std::size_t bytes) {
  const Texts& texts = RealTexts();
  std::vector<Document> out;
  for (std::size_t i = 0; i < kArticles; ++i) {
    std::size_t begin = (i * 7919 * 13) % (texts.body.size() - bytes - 1);
    begin = texts.body.find(' ', begin) + 1;
    const std::size_t end = texts.body.find(' ', begin + bytes);
    out.push_back({.object_id = "a" + std::to_string(i),
                   .lang = "en",
                   .title = texts.titles[i % texts.titles.size()],
                   .url = "https://help.example/en/articles/" + std::to_string(i),
                   .sections = {{.text = texts.body.substr(begin, end - begin)}},
                   .attributes = {{"votes", static_cast<int>(i)}, {"section", "orders"}}});
  }
  return out;
}

// A page of hits for each query.
class Pages {
 public:
  Pages(std::size_t bytes, bool common_words) : corpus_({Segment(Articles(bytes))}) {
    Deadline never;
    for (std::size_t q = 0; q < kQueries; ++q) {
      Page& page = pages_.emplace_back();
      const std::string text = (common_words ? "how do I get to the " : "") + RealTexts().titles[q];
      page.query = query::Parse(text, analyzer_);
      page.plan = query::MakePlan(page.query, corpus_, analyzer_, {}, &never);
      for (auto& slot : page.plan.slots) slot.idf = 1;
      // Every query has documents of its own, far apart.
      match::DocMatcher matcher(segment().segment(), 0, page.plan);
      page.matches.resize(kHits);
      for (std::size_t h = 0; h < kHits; ++h) {
        matcher.Match(DocId{static_cast<std::uint32_t>(q + h * 197)}, &page.matches[h]);
      }
      occurrences_ += OccurrencesOf(page);
    }
  }

  // Calls show(context, stored, match) for each of the ten hits of the next page.
  template <typename Show>
  void Next(Show show) {
    const Page& page = pages_[next_++ % pages_.size()];
    const highlight::Context context{page.query, page.plan, analyzer_, options_};
    for (const match::DocMatch& match : page.matches) show(context, match);
  }

  const segment::LiveSegment& segment() const { return corpus_.segments().front(); }
  double occurrences() const { return static_cast<double>(occurrences_) / static_cast<double>(kQueries * kHits); }

 private:
  struct Page {
    query::ParsedQuery query;
    query::Plan plan;
    std::vector<match::DocMatch> matches;
  };

  static segment::LiveSegment Segment(const std::vector<Document>& documents) {
    static const Settings settings;
    segment::SegmentBuilder builder(settings, "en", {});
    for (const Document& document : documents) builder.Add(document);
    auto bytes = std::make_shared<segment::OwnedSections>(std::move(builder).Build());
    segment::SectionViews views;
    for (std::size_t i = 0; i < bytes->bytes.size(); ++i) views.bytes[i] = bytes->bytes[i];
    return segment::LiveSegment(*segment::Segment::Open(views, bytes));
  }

  static std::size_t OccurrencesOf(const Page& page) {
    std::size_t out = 0;
    for (const match::DocMatch& match : page.matches) out += match.occurrences.size();
    return out;
  }

  text::Analyzer analyzer_{text::FindLanguagePack("en")};
  HighlightOptions options_;
  segment::Corpus corpus_;
  std::vector<Page> pages_;
  std::size_t occurrences_ = 0;
  std::size_t next_ = 0;
};

Pages& PagesOf(const benchmark::State& state) {
  static Pages pages[2][2] = {{Pages(2'000, false), Pages(2'000, true)}, {Pages(20'000, false), Pages(20'000, true)}};
  return pages[state.range(0) == 20][state.range(1)];
}

// Times show(context, stored, match, scratch) for ten hits, and reading them.
template <typename Show>
void Run(benchmark::State& state, Show show) {
  Pages& pages = PagesOf(state);
  const segment::Segment& segment = pages.segment().segment();
  segment::StoredBuffer buffer;
  highlight::Scratch scratch;
  for (auto _ : state) {
    pages.Next([&](const highlight::Context& context, const match::DocMatch& match) {
      const segment::StoredDocument stored = segment.Stored(match.doc, &buffer);
      show(context, stored, match, &scratch);
    });
  }
  state.counters["matches"] = pages.occurrences();
}

void BM_Read(benchmark::State& state) {
  Run(state, [](const auto&, const segment::StoredDocument& stored, const auto&, auto*) {
    benchmark::DoNotOptimize(stored.title.data());
  });
}

void BM_ReadAndCopyDocument(benchmark::State& state) {
  Run(state, [](const auto&, const segment::StoredDocument& stored, const auto&, auto*) {
    benchmark::DoNotOptimize(segment::ToDocument(stored, false));
  });
}

void BM_TitlesAndSnippets(benchmark::State& state) {
  const segment::Segment& segment = PagesOf(state).segment().segment();
  Run(state, [&](const auto& context, const auto& stored, const auto& match, highlight::Scratch* scratch) {
    highlight::Highlighter highlighter(context, segment, stored, match, scratch);
    benchmark::DoNotOptimize(highlighter.Title());
    benchmark::DoNotOptimize(highlighter.Snippets(kLength));
  });
}

void BM_WholeHits(benchmark::State& state) {
  const segment::Segment& segment = PagesOf(state).segment().segment();
  Run(state, [&](const auto& context, const auto& stored, const auto& match, highlight::Scratch* scratch) {
    highlight::Highlighter highlighter(context, segment, stored, match, scratch);
    benchmark::DoNotOptimize(Hit{.document = segment::ToDocument(stored, false),
                                 .title = highlighter.Title(),
                                 .headings = highlighter.Headings(),
                                 .snippet = highlighter.Snippets(kLength).front(),
                                 .sections = highlighter.Sections()});
  });
}

void BM_TitlesAndWholeBodies(benchmark::State& state) {
  const segment::Segment& segment = PagesOf(state).segment().segment();
  Run(state, [&](const auto& context, const auto& stored, const auto& match, highlight::Scratch* scratch) {
    highlight::Highlighter highlighter(context, segment, stored, match, scratch);
    benchmark::DoNotOptimize(highlighter.Title());
    benchmark::DoNotOptimize(highlighter.Body());
  });
}

void Kinds(benchmark::internal::Benchmark* benchmark) {
  benchmark->ArgNames({"KB", "common"})->ArgsProduct({{2, 20}, {0, 1}})->Unit(benchmark::kMicrosecond);
}
BENCHMARK(BM_Read)->Apply(Kinds);
BENCHMARK(BM_ReadAndCopyDocument)->Apply(Kinds);
BENCHMARK(BM_TitlesAndSnippets)->Apply(Kinds);
BENCHMARK(BM_WholeHits)->Apply(Kinds);
BENCHMARK(BM_TitlesAndWholeBodies)->Apply(Kinds);

}  // namespace
}  // namespace signpost
