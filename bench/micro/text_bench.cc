// SPDX-License-Identifier: Apache-2.0
// text_bench.cc — bytes of text analysed in a second, on text put together here, and single look-ups beside it.
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "text/analyzer.h"
#include "text/language_pack.h"

namespace signpost::text {
namespace {

constexpr std::size_t kTextBytes = 1 << 20;

// Sentences drawn with a fixed seed: the same text on every run.
std::string TextOf(const std::vector<std::string_view>& sentences) {
  std::mt19937 random(1);
  std::string out;
  while (out.size() < kTextBytes) out += sentences[random() % sentences.size()];
  return out;
}

std::string English() {
  return TextOf({"You can return most items within 30 days of delivery, as long as they are unused. ",
                 "If the app shows error E-404, update to version 2.4.1 or later and try again.\n",
                 "Your refund goes back to the card that you paid with; it usually takes 5-7 working days. ",
                 "Open Settings > Wi-Fi, forget the network, then connect again. ",
                 "Customers' orders over $1,000.00 ship free (see https://help.example.com/shipping). "});
}

std::string Portuguese() {
  return TextOf({"Você pode devolver a maioria dos itens em até 30 dias após a entrega. ",
                 "O reembolso é feito no cartão usado na compra; não há custo de devolução.\n",
                 "Se o código promocional não funcionar, verifique as condições da promoção. "});
}

std::string Chinese() {
  return TextOf(
      {"大多数商品可在收货后30天内退货，前提是未使用且包装完好。", "如果应用显示错误E-404，请更新到最新版本后重试。\n",
       "退款会原路退回到您付款时使用的银行卡，通常需要五到七个工作日。", "請在設定中開啟通知，以便接收訂單更新。"});
}

std::string Thai() {
  return TextOf({"คุณสามารถคืนสินค้าได้ภายใน 30 วันหลังจากได้รับสินค้า ", "การคืนเงินจะใช้เวลาประมาณห้าถึงเจ็ดวันทำการ\n"});
}

void Analyze(benchmark::State& state, std::string_view tag, const std::string& text) {
  const Analyzer analyzer(FindLanguagePack(tag));
  TokenList list;
  for (auto _ : state) {
    analyzer.Analyze(text, &list);
    benchmark::DoNotOptimize(list.tokens.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * list.tokens.size()));
}
BENCHMARK_CAPTURE(Analyze, english, "en", English());
BENCHMARK_CAPTURE(Analyze, portuguese, "pt", Portuguese());
BENCHMARK_CAPTURE(Analyze, chinese, "zh", Chinese());
BENCHMARK_CAPTURE(Analyze, thai, "th", Thai());
BENCHMARK_CAPTURE(Analyze, one_long_word, "en", std::string(kTextBytes, 'a'));
BENCHMARK_CAPTURE(Analyze, query, "en", std::string("how do i return a jacket that doesn't fit?"));

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
