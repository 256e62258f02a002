// SPDX-License-Identifier: Apache-2.0
// columns_bench.cc — what filters and facets add to a search: three terms and four facets over 1,000,000 documents that hold
// nothing but attributes. Each iteration asks for other values; p50 and p99 are of single requests.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <signpost/filter.h>
#include <time.h>

#include "facet/tally.h"
#include "filter/evaluate.h"
#include "segment/live_segment.h"
#include "segment/segment_builder.h"

namespace {

using signpost::DocId;
using signpost::Document;
using signpost::FacetSort;
using signpost::Filter;
using signpost::segment::LiveSegment;

constexpr std::uint32_t kDocs = 1'000'000;
const char* const kFacets[] = {"category", "brand", "tags", "price"};

const signpost::Settings kSettings{.attributes_for_faceting = {{"category"}, {"brand"}, {"tags"}, {"on"}, {"price"}}};

// 12 categories and 1,000 brands, the first ones far more common; 0 to 4 of 200 tags; a boolean; prices from 0 to 500 in cents.
Document MakeDocument(std::uint32_t i, std::mt19937_64* random) {
  auto skewed = [&](std::uint64_t bound) {
    const double x = static_cast<double>((*random)() >> 11) * 0x1p-53;
    return static_cast<std::uint64_t>(x * x * x * static_cast<double>(bound));
  };
  Document out{.object_id = std::to_string(i)};
  out.attributes = {{"category", "category " + std::to_string(skewed(12))},
                    {"brand", "Brand " + std::to_string(skewed(1000))},
                    {"on", (*random)() % 3 != 0},
                    {"price", static_cast<double>(skewed(50'000)) / 100}};
  signpost::Value::Array tags;
  for (std::uint64_t n = (*random)() % 5; n > 0; --n) tags.emplace_back("tag" + std::to_string(skewed(200)));
  out.attributes.push_back({"tags", std::move(tags)});
  return out;
}

const LiveSegment& Segment() {
  static const LiveSegment live = [] {
    std::mt19937_64 random(7);
    signpost::segment::SegmentBuilder builder(kSettings, "en", {});
    for (std::uint32_t i = 0; i < kDocs; ++i) builder.Add(MakeDocument(i, &random));
    auto bytes = std::make_shared<signpost::segment::OwnedSections>(std::move(builder).Build());
    signpost::segment::SectionViews views;
    for (std::size_t i = 0; i < views.bytes.size(); ++i) views.bytes[i] = bytes->bytes[i];
    return LiveSegment(*signpost::segment::Segment::Open(views, bytes));
  }();
  return live;
}

// Of this thread alone, so that others on the machine do not count.
double CpuMicros() {
  timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return 1e6 * static_cast<double>(time.tv_sec) + 1e-3 * static_cast<double>(time.tv_nsec);
}

// Runs `request(random)` and reports percentiles of its times beside the mean.
template <typename Request>
void Measure(benchmark::State& state, Request request) {
  Segment();
  std::mt19937_64 random(11);
  std::vector<double> micros;
  for (auto _ : state) {
    const double start = CpuMicros();
    request(&random);
    micros.push_back(CpuMicros() - start);
  }
  std::sort(micros.begin(), micros.end());
  state.counters["p50_us"] = micros[micros.size() / 2];
  state.counters["p99_us"] = micros[micros.size() * 99 / 100];
}

Filter ThreeTerms(std::mt19937_64* random) {
  return Filter::All({Filter::Is("category", "category " + std::to_string((*random)() % 12)), Filter::Is("on", "true"),
                      Filter::Is("tags", "tag" + std::to_string((*random)() % 200))});
}

void CountFourFacets(const std::vector<DocId>& docs) {
  signpost::facet::SegmentHits hits(docs);
  for (const char* attribute : kFacets) {
    signpost::facet::Tally tally;
    tally.Add(*Segment().segment().columns().Find(attribute), kDocs, &hits);
    benchmark::DoNotOptimize(tally.Stats());
    benchmark::DoNotOptimize(signpost::facet::ShownValues(tally.TakeValues(), 100, FacetSort::kCount, nullptr));
  }
}

void BM_FilterAndFacets(benchmark::State& state) {
  Measure(state, [](std::mt19937_64* random) {
    const auto admitted = signpost::filter::Evaluate(ThreeTerms(random), Segment());
    benchmark::DoNotOptimize(admitted.ToBits(kDocs));
    CountFourFacets(admitted.ToVector());
  });
}
BENCHMARK(BM_FilterAndFacets)->Iterations(3000)->Unit(benchmark::kMicrosecond);

// The widest of such filters: half of all documents are hits.
void BM_WideFilterAndFacets(benchmark::State& state) {
  Measure(state, [](std::mt19937_64* random) {
    const Filter filter = Filter::All({Filter::Is("on", "true"), Filter::Not(Filter::Is("category", "category 5")),
                                       Filter::Between("price", 0, 200 + static_cast<double>((*random)() % 100))});
    const auto admitted = signpost::filter::Evaluate(filter, Segment());
    benchmark::DoNotOptimize(admitted.ToBits(kDocs));
    CountFourFacets(admitted.ToVector());
  });
}
BENCHMARK(BM_WideFilterAndFacets)->Iterations(300)->Unit(benchmark::kMicrosecond);

void BM_FilterOfThreeTerms(benchmark::State& state) {
  Measure(state, [](std::mt19937_64* random) {
    benchmark::DoNotOptimize(signpost::filter::Evaluate(ThreeTerms(random), Segment()));
  });
}
BENCHMARK(BM_FilterOfThreeTerms)->Iterations(3000)->Unit(benchmark::kMicrosecond);

void BM_FilterOfNumbers(benchmark::State& state) {
  Measure(state, [](std::mt19937_64* random) {
    const double low = static_cast<double>((*random)() % 400);
    benchmark::DoNotOptimize(signpost::filter::Evaluate(Filter::Between("price", low, low + 50), Segment()));
  });
}
BENCHMARK(BM_FilterOfNumbers)->Iterations(500)->Unit(benchmark::kMicrosecond);

void BM_FacetsOfAll(benchmark::State& state) {
  const std::vector<DocId> all = signpost::segment::DocSet::All(kDocs).ToVector();
  Measure(state, [&](std::mt19937_64*) { CountFourFacets(all); });
}
BENCHMARK(BM_FacetsOfAll)->Iterations(200)->Unit(benchmark::kMicrosecond);

}  // namespace
