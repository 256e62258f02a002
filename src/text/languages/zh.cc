// SPDX-License-Identifier: Apache-2.0
// zh.cc — Chinese.
#include "text/languages/packs.h"

namespace signpost::text {
namespace {

constexpr std::string_view kStopWordList =
    // characters
    "的 了 吗 呢 吧 啊 呀 么 我 你 您 他 她 它 们 这 那 哪 是 在 有 和 与 或 及 请 把 被 让 给 从 对 为 就 都 也 很 要 "
    "想 会 能 可 怎 什 如 何 谁 嘛 之 其 所 而 且 并 但 因 于 "
    // question frames
    "怎么 么样 么办 怎样 如何 什么 为何 为什 哪里 哪儿 哪个 哪些 哪种 多少 是否 能否 可否 何时 几个 么做 样才 么才 "
    // help frames
    "请问 请教 请帮 帮我 帮忙 告诉 诉我 我想 我要 想要 需要 我需 想问 想知 知道 可以 你好 您好 谢谢 一下 如果 的话 "
    "我该 应该 才能 怎能 能够 "
    // pronouns and fill words
    "我的 你的 您的 他的 她的 它的 我们 你们 他们 们的 这个 那个 这些 那些 这样 那样 这里 那里 一个 一些 有些 以及 "
    "并且 而且 或者 但是 因为 所以 由于 对于 关于 还是 就是 都是 也是 是在";
constexpr auto kStopWords = SortedWords<CountWords(kStopWordList)>(kStopWordList);

}  // namespace

constinit const LanguagePack kChinesePack = {
    .tag = "zh",
    .stop_words = kStopWords,
    .question_phrases =
        "怎么办|怎么|怎样|如何|什么|为什么|为何|哪|几天|几个|多少|多久|多大|吗|能不能|可不可以|是否|有没有|谁",
};

}  // namespace signpost::text
