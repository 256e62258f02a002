// SPDX-License-Identifier: Apache-2.0
#include "suggest/mail_phrases.h"

#include <algorithm>
#include <array>

#include "text/analyzer.h"
#include "text/language_pack.h"

namespace signpost::suggest {
namespace {

// Phrases of one language, with | between. An empty list: the language says it with words of another table.
struct LanguagePhrases {
  std::string_view lang;
  std::string_view greetings;
  std::string_view farewells;
  std::string_view courtesies;
  std::string_view devices;
  std::string_view legal;
  std::string_view separators;
  std::string_view forwarded;
  std::string_view headers;
  std::string_view wrote_begin;
  std::string_view wrote_end;
  std::string_view reply_prefixes;
  std::string_view postscripts;
};

constexpr std::array kTables = {
    LanguagePhrases{
        .lang = "en",
        .greetings = "hi|hello|hey|hiya|hi there|hello there|hey there|dear|good morning|good afternoon|good evening|good day|greetings|"
                     "to whom it may concern|hi all|hi team|hi folks|hey guys|hi everyone",
        .farewells =
            "best|best regards|best wishes|kind regards|warm regards|regards|many regards|sincerely|sincerely yours|yours sincerely|"
            "yours faithfully|yours truly|yours|respectfully|cheers|thanks|thank you|many thanks|thanks a lot|thanks so much|"
            "thank you so much|thank you very much|thanks in advance|thank you in advance|many thanks in advance|thanks again|"
            "thx|tnx|ty|warmly|all the best|cordially|take care|have a nice day|have a great day|happy trails|love",
        .courtesies =
            "i hope this email finds you well|i hope this finds you well|i hope you are well|hope you are well|hope all is well|"
            "i look forward to hearing from you|looking forward to hearing from you|i look forward to your reply|"
            "looking forward to your reply|please advise|i would appreciate a quick reply|thank you for your time|"
            "thank you for your help|thanks for your help|thank you for your attention|please get back to me|"
            "awaiting your reply|waiting for your reply|waiting for your kind reply|let me know",
        .devices = "sent from my|sent from mail for|sent from yahoo mail|sent from outlook|sent via|get outlook for|sent with|"
                   "sent using",
        .legal = "confidentiality notice|intended recipient|this message is confidential|this e mail is confidential|"
                 "this email is confidential|this email and any attachments|this e mail and any attachments|"
                 "this message and any attachments|consider the environment before printing|legal disclaimer|"
                 "unauthorized disclosure|registered office",
        .separators = "original message|begin quoted message",
        .forwarded = "forwarded message|begin forwarded message|forwarded by",
        .headers = "from|to|cc|bcc|sent|date|subject|reply to",
        .wrote_begin = "on",
        .wrote_end = "wrote",
        .reply_prefixes = "re|fw|fwd",
        .postscripts = "ps|p s"},
    LanguagePhrases{
        .lang = "es",
        .greetings = "hola|hola buenas|hola a todos|buenas|buenos días|buenas tardes|buenas noches|buen día|estimado|estimada|estimados|"
                     "estimadas|estimado señor|estimados señores|estimado equipo|muy señores míos|señores|señor|señora|querido|querida|"
                     "apreciado|apreciados|qué tal|hola qué tal|saludos desde|a quien corresponda",
        .farewells = "saludos|un saludo|saludos cordiales|un cordial saludo|reciban un cordial saludo|cordialmente|atentamente|atte|"
                     "atte un saludo|gracias|muchas gracias|mil gracias|gracias de antemano|muchas gracias de antemano|un abrazo|abrazos|"
                     "besos|gracias y un saludo|gracias por todo|fdo|firmado|sin otro particular|hasta luego|que tengan buen día",
        .courtesies = "espero su respuesta|espero respuesta|espero vuestra respuesta|quedo a la espera|quedo a su disposición|"
                      "quedo pendiente|espero que estén bien|espero que se encuentren bien|gracias por su atención|"
                      "gracias por vuestra ayuda|gracias por su ayuda|a la espera de su respuesta",
        .devices = "enviado desde mi|enviado desde|enviado con|obtener outlook para",
        .legal = "este mensaje es confidencial|este mensaje y sus adjuntos|este correo es confidencial|"
                 "si usted no es el destinatario|no es el destinatario|aviso legal|aviso de confidencialidad|antes de imprimir|"
                 "protección de datos le informamos",
        .separators = "mensaje original",
        .forwarded = "mensaje reenviado|mensaje enviado por",
        .headers = "de|para|enviado|enviado el|fecha|asunto|responder a|cco",
        .wrote_begin = "el",
        .wrote_end = "escribió|ha escrito",
        .reply_prefixes = "rv|resp|reenv",
        .postscripts = "pd|posdata|postdata"},
    LanguagePhrases{
        .lang = "pt",
        .greetings = "olá|oi|oi gente|oi pessoal|oi time|bom dia|boa tarde|boa noite|prezado|prezada|prezados|prezadas|prezados senhores|"
                     "caro|cara|caros|senhores|pessoal|e aí|a quem possa interessar|olá equipe",
        .farewells = "att|atenciosamente|at te|cordialmente|obrigado|obrigada|muito obrigado|muito obrigada|obrigado desde já|"
                     "obrigada desde já|muito obrigado desde já|desde já agradeço|desde já obrigado|grato|grata|agradecido|agradecida|"
                     "abraço|abraços|um abraço|abs|beijos|bjs|valeu|vlw|cumprimentos|com os melhores cumprimentos|"
                     "melhores cumprimentos|saudações|com carinho",
        .courtesies = "aguardo retorno|aguardo resposta|aguardo um retorno|fico no aguardo|no aguardo|fico à disposição|"
                      "espero que estejam bem|espero que esteja tudo bem|agradeço a atenção|obrigado pela atenção|"
                      "obrigada pela atenção|conto com a ajuda",
        .devices = "enviado do meu|enviado do|enviado através|enviada do meu|obter o outlook para",
        .legal = "esta mensagem é confidencial|esta mensagem pode conter|exclusivamente ao destinatário|destina se exclusivamente|"
                 "se você não é o destinatário|aviso de confidencialidade|antes de imprimir|aviso legal",
        .separators = "mensagem original",
        .forwarded = "mensagem encaminhada",
        .headers = "de|para|enviado em|enviada em|data|assunto|responder para",
        .wrote_begin = "em|no dia|a",
        .wrote_end = "escreveu",
        .reply_prefixes = "res|enc",
        .postscripts = "obs"},
    LanguagePhrases{
        .lang = "zh",
        .greetings = "你好|您好|你们好|大家好|客服你好|客服您好|您好客服|尊敬的客服|尊敬的|亲爱的|亲|早上好|上午好|下午好|晚上好|"
                     "嗨|请问在吗|在吗",
        .farewells = "谢谢|谢谢您|谢谢你|谢谢你们|谢谢了|多谢|非常感谢|万分感谢|感谢|先谢谢了|此致|敬礼|此致敬礼|祝好|顺祝商祺|"
                     "祝工作顺利|祝生意兴隆|祝您生活愉快|拜托了|麻烦了|辛苦了|致敬",
        .courtesies = "期待您的回复|期待回复|等待您的回复|等您回复|盼复|请尽快回复|希望尽快回复|麻烦尽快回复|冒昧打扰|打扰了|"
                      "不好意思打扰",
        .devices = "发自我的|来自我的|从我的|发送自|发自",
        .legal = "本邮件及其附件|含有保密信息|仅限收件人|本邮件内容保密|如果您不是收件人|如您不是预期收件人|保密声明|免责声明|"
                 "请考虑环保",
        .separators = "原始邮件|原邮件",
        .forwarded = "转发的邮件|转发邮件|转发的消息",
        .headers = "发件人|收件人|抄送|主题|日期|时间|发送时间|发送日期",
        .wrote_begin = "在|于",
        .wrote_end = "写道|写",
        .reply_prefixes = "回复|答复|转发|回",
        .postscripts = "另外|又及|附"},
    LanguagePhrases{
        .lang = "de",
        .greetings = "hallo|guten tag|guten morgen|guten abend|sehr geehrte|sehr geehrter|sehr geehrte damen und herren|liebe|lieber|"
                     "liebes team|moin|servus|grüß gott",
        .farewells = "mit freundlichen grüßen|freundliche grüße|viele grüße|liebe grüße|beste grüße|schöne grüße|mfg|lg|vg|gruß|grüße|"
                     "danke|vielen dank|vielen dank im voraus|danke im voraus|besten dank|herzliche grüße",
        .courtesies = "ich freue mich auf ihre antwort|ich hoffe es geht ihnen gut|ich bitte um rückmeldung|"
                      "vielen dank für ihre hilfe",
        .devices = "von meinem iphone gesendet|von meinem|gesendet von|gesendet mit",
        .legal = "diese e mail enthält vertrauliche|diese nachricht ist vertraulich|nicht der richtige adressat|"
                 "denken sie an die umwelt",
        .separators = "ursprüngliche nachricht|originalnachricht",
        .forwarded = "weitergeleitete nachricht",
        .headers = "von|an|gesendet|datum|betreff",
        .wrote_begin = "am",
        .wrote_end = "schrieb",
        .reply_prefixes = "aw|wg|antw",
        .postscripts = ""},
    LanguagePhrases{
        .lang = "fr",
        .greetings = "bonjour|bonsoir|salut|madame monsieur|madame|monsieur|bonjour à tous|cher|chère|chers|coucou",
        .farewells = "cordialement|bien cordialement|merci|merci beaucoup|merci d'avance|merci par avance|bien à vous|salutations|"
                     "sincères salutations|meilleures salutations|respectueusement|à bientôt|bonne journée|cdlt",
        .courtesies = "dans l'attente de votre réponse|en attente de votre réponse|je vous prie d'agréer|veuillez agréer|"
                      "j'espère que vous allez bien|merci de votre aide|merci pour votre aide",
        .devices = "envoyé de mon|envoyé depuis|télécharger outlook pour",
        .legal = "ce message est confidentiel|ce message et toutes les pièces jointes|destinataire de ce message|"
                 "pensez à l'environnement|avant d'imprimer",
        .separators = "message d'origine|message original",
        .forwarded = "message transféré|message transmis",
        .headers = "de|à|envoyé|date|objet",
        .wrote_begin = "le",
        .wrote_end = "a écrit",
        .reply_prefixes = "tr",
        .postscripts = ""},
};

}  // namespace

const MailPhrases& MailPhrases::Get() {
  static const MailPhrases kPhrases;
  return kPhrases;
}

MailPhrases::MailPhrases() {
  for (const LanguagePhrases& table : kTables) {
    Add(MailPhrase::kGreeting, table.greetings);
    Add(MailPhrase::kFarewell, table.farewells);
    Add(MailPhrase::kCourtesy, table.courtesies);
    Add(MailPhrase::kDevice, table.devices);
    Add(MailPhrase::kLegal, table.legal);
    Add(MailPhrase::kSeparator, table.separators);
    Add(MailPhrase::kForwarded, table.forwarded);
    Add(MailPhrase::kHeader, table.headers);
    Add(MailPhrase::kWroteBegin, table.wrote_begin);
    Add(MailPhrase::kWroteEnd, table.wrote_end);
    Add(MailPhrase::kReplyPrefix, table.reply_prefixes);
    Add(MailPhrase::kPostscript, table.postscripts);
  }
}

void MailPhrases::Add(MailPhrase kind, std::string_view list) {
  const text::Analyzer analyzer(text::FindLanguagePack(""));
  text::TokenList tokens;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    analyzer.Analyze(list.substr(0, end), &tokens);
    Phrase phrase{kind, {}};
    for (const text::Token& token : tokens.tokens) {
      if (text::IsOfUnit(token)) phrase.terms.emplace_back(tokens.Term(token));
    }
    std::vector<Phrase>& same_first = by_first_term_[phrase.terms.front()];
    same_first.push_back(std::move(phrase));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

std::size_t MailPhrases::At(MailPhrase kind, std::span<const std::string_view> terms) const {
  if (terms.empty()) return 0;
  const auto same_first = by_first_term_.find(terms.front());
  if (same_first == by_first_term_.end()) return 0;
  std::size_t longest = 0;
  for (const Phrase& phrase : same_first->second) {
    if (phrase.kind != kind || phrase.terms.size() <= longest || phrase.terms.size() > terms.size()) continue;
    if (std::equal(phrase.terms.begin(), phrase.terms.end(), terms.begin())) longest = phrase.terms.size();
  }
  return longest;
}

bool MailPhrases::In(MailPhrase kind, std::span<const std::string_view> terms) const {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (At(kind, terms.subspan(i)) > 0) return true;
  }
  return false;
}

}  // namespace signpost::suggest
