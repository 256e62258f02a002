// SPDX-License-Identifier: Apache-2.0
// text_bench.cc — bytes of text analysed in a second, beside plain word breaking by ICU on the same text, which neither
// normalises nor tells words from identifiers; and single look-ups.
//
// Text: the bundled help center in its four languages, or with SIGNPOST_BENCH_TEXT=NAME.LANG.jsonl the titles and
//       bodies of that file.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include "base/utf8.h"
#include "text/analyzer.h"
#include "text/language_pack.h"

namespace signpost::text {
namespace {

namespace fs = std::filesystem;

// Small texts are repeated up to this size.
constexpr std::size_t kTextBytes = 1 << 20;

struct Text {
  std::string name;
  std::string lang;
  std::string bytes;
};

std::string Repeated(std::string_view text) {
  std::string out(text);
  while (out.size() < kTextBytes) out += text;
  return out;
}

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return std::move(out).str();
}

// Appends the string that a line of JSON has under `key`. Surrogates become two U+FFFD, which is near enough here.
void AppendJsonString(std::string_view line, std::string_view key, std::string* out) {
  const std::size_t found = line.find(key);
  if (found == std::string_view::npos) return;
  for (std::size_t i = found + key.size(); i < line.size() && line[i] != '"'; ++i) {
    if (line[i] != '\\') {
      out->push_back(line[i]);
    } else if (line[++i] == 'u') {
      AppendUtf8(out, static_cast<char32_t>(std::stoul(std::string(line.substr(i + 1, 4)), nullptr, 16)));
      i += 4;
    } else {
      out->push_back(line[i] == 'n' ? '\n' : line[i] == 't' ? '\t' : line[i]);
    }
  }
  out->push_back('\n');
}

Text ReadCorpus(const fs::path& path) {
  Text text{path.stem().string(), path.stem().extension().string(), {}};
  if (!text.lang.empty()) text.lang.erase(0, 1);
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    AppendJsonString(line, "\"title\": \"", &text.bytes);
    AppendJsonString(line, "\"body\": \"", &text.bytes);
  }
  return text;
}

Text ReadHelpCenter(const std::string& lang) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(SIGNPOST_SOURCE_DIR "/data/help_center/" + lang)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  Text text{"help_center." + lang, lang, {}};
  for (const fs::path& path : paths) text.bytes += ReadFile(path);
  text.bytes = Repeated(text.bytes);
  return text;
}

const std::vector<Text>& Texts() {
  static const std::vector<Text> texts = [] {
    std::vector<Text> out;
    if (const char* path = std::getenv("SIGNPOST_BENCH_TEXT")) {
      out.push_back(ReadCorpus(path));
    } else {
      for (const char* lang : {"en", "es", "pt", "zh"}) out.push_back(ReadHelpCenter(lang));
      out.push_back(
          {"thai", "th", Repeated("คุณสามารถคืนสินค้าได้ภายใน 30 วันหลังจากได้รับสินค้า การคืนเงินจะใช้เวลาประมาณห้าถึงเจ็ดวันทำการ\n")});
      out.push_back({"one_long_word", "en", std::string(kTextBytes, 'a')});
    }
    return out;
  }();
  return texts;
}

void SetRates(benchmark::State& state, std::size_t bytes, std::size_t items) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * items));
}

void Analyze(benchmark::State& state, std::string_view tag, std::string_view text) {
  const Analyzer analyzer(FindLanguagePack(tag));
  TokenList list;
  for (auto _ : state) {
    analyzer.Analyze(text, &list);
    benchmark::DoNotOptimize(list.tokens.data());
  }
  SetRates(state, text.size(), list.tokens.size());
}

std::unique_ptr<icu::BreakIterator> IcuWords(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale =
      icu::Locale::forLanguageTag(icu::StringPiece(tag.data(), static_cast<int>(tag.size())), status);
  std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(locale, status));
  return U_SUCCESS(status) ? std::move(words) : nullptr;
}

std::size_t CountBoundaries(icu::BreakIterator& words) {
  std::size_t count = 0;
  for (words.first(); words.next() != icu::BreakIterator::DONE;) ++count;
  return count;
}

void IcuUtf16(benchmark::State& state, std::string_view tag, std::string_view text) {
  const auto words = IcuWords(tag);
  if (words == nullptr) return state.SkipWithError("ICU has no word breaking");
  const auto utf16 = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  std::size_t count = 0;
  for (auto _ : state) {
    words->setText(utf16);
    benchmark::DoNotOptimize(count = CountBoundaries(*words));
  }
  SetRates(state, text.size(), count);
}

void IcuUtf8(benchmark::State& state, std::string_view tag, std::string_view text) {
  const auto words = IcuWords(tag);
  if (words == nullptr) return state.SkipWithError("ICU has no word breaking");
  UErrorCode status = U_ZERO_ERROR;
  UText* utf8 = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  std::size_t count = 0;
  for (auto _ : state) {
    words->setText(utf8, status);
    benchmark::DoNotOptimize(count = CountBoundaries(*words));
  }
  utext_close(utf8);
  if (U_FAILURE(status)) state.SkipWithError("ICU failed");
  SetRates(state, text.size(), count);
}

[[maybe_unused]] const bool kRegistered = [] {
  for (const Text& text : Texts()) {
    for (const auto& [name, function] :
         {std::pair("Analyze/", &Analyze), {"IcuUtf16/", &IcuUtf16}, {"IcuUtf8/", &IcuUtf8}}) {
      benchmark::RegisterBenchmark((name + text.name).c_str(), function, std::string_view(text.lang),
                                   std::string_view(text.bytes));
    }
  }
  return true;
}();
BENCHMARK_CAPTURE(Analyze, query_of_nine, "en", "how do i return a jacket that doesn't fit?");
BENCHMARK_CAPTURE(Analyze, query_of_five, "en", "where is my order E-404");
BENCHMARK_CAPTURE(Analyze, query_of_five_accents, "es", "dónde está mi último pedido");

void Stem(benchmark::State& state, std::string_view tag, std::string_view term) {
  const Analyzer analyzer(FindLanguagePack(tag));
  for (auto _ : state) benchmark::DoNotOptimize(analyzer.Stem(term));
}
BENCHMARK_CAPTURE(Stem, english, "en", "deliveries");
BENCHMARK_CAPTURE(Stem, portuguese, "pt", "devolucoes");

void IsStopWord(benchmark::State& state, std::string_view term) {
  const Analyzer analyzer(FindLanguagePack("en"));
  for (auto _ : state) benchmark::DoNotOptimize(analyzer.IsStopWord(term));
}
BENCHMARK_CAPTURE(IsStopWord, yes, "which");
BENCHMARK_CAPTURE(IsStopWord, no, "jacket");

}  // namespace
}  // namespace signpost::text
