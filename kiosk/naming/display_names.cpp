#include "naming/display_names.h"
#include "base/emphasis.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

namespace kiosk::naming {

namespace {

// Without *emphasis*, which is for screens.
std::string plain(std::string_view text) { return without_emphasis(text); }

// With an initial capital, for the beginning of a cell: "Français".
std::string with_capital(std::string text)
{
    if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

// The name from CLDR; the code where it has none.
std::string country_name(std::string_view code, std::string const& language)
{
    auto const locale = "und_" + std::string(code);
    std::array<UChar, 128> name{};
    UErrorCode fault = U_ZERO_ERROR;
    auto const length = uloc_getDisplayCountry(locale.c_str(), language.c_str(), name.data(),
                                               static_cast<std::int32_t>(name.size()), &fault);
    if (U_FAILURE(fault) || length <= 0) return std::string(code);
    std::array<char, 512> text{};
    std::int32_t bytes = 0;
    u_strToUTF8(text.data(), static_cast<std::int32_t>(text.size()), &bytes, name.data(), length, &fault);
    return U_FAILURE(fault) ? std::string(code) : std::string(text.data(), static_cast<std::size_t>(bytes));
}

class NameLookup {
public:
    NameLookup(content::Content const& content, content::Language language)
        : content_(content),
          language_(std::move(language))
    {
    }

    std::string item(Measure measure, std::string_view item) const
    {
        switch (measure) {
        case Measure::language_chosen: return language_name(item);
        case Measure::page_seen:
        case Measure::sources_opened: return page(item);
        case Measure::support_seen: return page(content_.support.id + "/" + std::string(item), item);
        case Measure::quiz_started:
        case Measure::quiz_finished:
        case Measure::quiz_again: return quiz(item);
        case Measure::quiz_score: return score(item);
        case Measure::intent: return intent(item);
        case Measure::scene_choice:
        case Measure::scene_finished: return scene(item);
        case Measure::report_place: return place(item);
        case Measure::code_shown:
        case Measure::display_code: return channel(item);
        case Measure::visit_ended: return word("ended", item);
        case Measure::visit_kind: return word("kind", item);
        case Measure::visit_length:
        case Measure::dwell: return word("band", item);
        case Measure::screen_seen: return word("screen", item);
        case Measure::comfort: return word("aid", item);
        case Measure::report_step: return word("step", item);
        default: return std::string(item);
        }
    }

    std::string language_name(std::string_view language) const
    {
        auto const key = "language_name." + std::string(language);
        auto const& name = content_.words(language_, key);
        return name == key ? std::string(language) : with_capital(name);
    }

    std::string question(std::string_view quiz, std::string_view id) const
    {
        auto const* words = question_words(quiz, id);
        return words && !words->question.empty() ? plain(words->question) : std::string(id);
    }

    std::string answer(std::string_view quiz, std::string_view question, std::string_view id) const
    {
        auto const* known = find_question(quiz, question);
        if (known && known->kind == content::QuestionKind::true_false && (id == "true" || id == "false"))
            return content_.words(language_, "quiz." + std::string(id));
        auto const* words = question_words(quiz, question);
        if (!words) return std::string(id);
        auto const found = words->answers.find(std::string(id));
        return found == words->answers.end() ? std::string(id) : plain(found->second);
    }

    // Of a campaign or a guide.
    std::string series(std::string_view id) const
    {
        auto const* series = content_.series(id);
        if (!series) return std::string(id);
        auto const& title = content::in_language(series->headings, language_, content_).title;
        return title.empty() ? std::string(id) : plain(title);
    }

    content::Question const* find_question(std::string_view quiz, std::string_view id) const
    {
        auto const* found = quiz_named(quiz);
        return found ? found->find_asked(id) : nullptr;
    }

    // Nothing for an id of none: content.quiz("") would be the first.
    content::Quiz const* quiz_named(std::string_view id) const { return id.empty() ? nullptr : content_.quiz(id); }

private:
    // The workbook's own word for an id, or the id.
    std::string word(std::string_view group, std::string_view id) const
    {
        auto const key = fmt::format("figures.{}.{}", group, id);
        auto const& text = content_.staff_words(language_, key);
        return text == key ? std::string(id) : text;
    }

    std::string page(std::string_view item) const { return page(item, item); }

    // "dont-look-away/why": the campaign and the title of its page.
    std::string page(std::string_view path, std::string_view otherwise) const
    {
        auto const slash = std::min(path.find('/'), path.size());
        auto const* series = content_.series(path.substr(0, slash));
        if (!series || slash == path.size()) return std::string(otherwise);
        auto const id = path.substr(slash + 1);
        for (auto const& page : series->pages)
            if (page.id == id) {
                auto const& heading = content::in_language(series->headings, language_, content_).title;
                return plain(
                    fmt::format("{} · {}", heading, content::in_language(page.words, language_, content_).title));
            }
        return std::string(otherwise);
    }

    // "travellers/b-a": "Perhaps, then Surely".
    std::string intent(std::string_view item) const
    {
        auto const slash = item.rfind('/');
        auto const dash = item.rfind('-');
        if (slash == std::string_view::npos || dash == std::string_view::npos || dash < slash) return std::string(item);
        auto const quiz = item.substr(0, slash);
        auto const* asked_in = quiz_named(quiz);
        if (!asked_in || !asked_in->intent) return std::string(item);
        auto const& asked = asked_in->intent;
        return content_.staff_sentence(language_, "figures.first_then",
                                       {{"first", answer(quiz, asked->id, item.substr(slash + 1, dash - slash - 1))},
                                        {"last", answer(quiz, asked->id, item.substr(dash + 1))}});
    }

    std::string quiz(std::string_view id) const
    {
        auto const* found = quiz_named(id);
        if (!found) return std::string(id);
        auto const& title = content::in_language(found->headings, language_, content_).title;
        return title.empty() ? std::string(id) : plain(title);
    }

    // "travellers/5-of-6"
    std::string score(std::string_view item) const
    {
        auto const band = item.substr(item.rfind('/') + 1);
        auto const of = band.find("-of-");
        if (of == std::string_view::npos) return std::string(item);
        return content_.staff_sentence(
            language_, "figures.right_of",
            {{"right", std::string(band.substr(0, of))}, {"of", std::string(band.substr(of + 4))}});
    }

    std::string place(std::string_view id) const { return content_.place_name(language_, std::string(id)); }

    std::string channel(std::string_view id) const
    {
        auto const* channel = content_.reporting.channel(id);
        if (!channel) return std::string(id);
        auto const& name = content::in_language(channel->words, language_, content_).name;
        return name.empty() ? std::string(id) : name;
    }

    // "set/scene" or "set/scene/moment/choice": "In the hotel bar · I tell the reception now".
    std::string scene(std::string_view item) const
    {
        auto const first = item.find('/');
        auto const second = std::min(item.find('/', first + 1), item.size());
        auto const* set = content_.scene_set(item.substr(0, first));
        auto const* scene = set ? set->find(item.substr(first + 1, second - first - 1)) : nullptr;
        if (!scene) return std::string(item);
        auto const& name = content::in_language(scene->words, language_, content_).name;
        if (second == item.size()) return name;
        auto const third = std::min(item.find('/', second + 1), item.size());
        auto const* moment = scene->find(item.substr(second + 1, third - second - 1));
        if (!moment || third == item.size()) return std::string(item);
        auto const& choices = content::in_language(moment->words, language_, content_).choices;
        auto const choice = choices.find(std::string(item.substr(third + 1)));
        return choice == choices.end() ? std::string(item) : fmt::format("{} · {}", name, plain(choice->second));
    }
    content::QuestionWords const* question_words(std::string_view quiz, std::string_view id) const
    {
        auto const* question = find_question(quiz, id);
        return question ? &content::in_language(question->words, language_, content_) : nullptr;
    }

    content::Content const& content_;
    content::Language language_;
};

// For the first sheet: whether visitors saw a demonstration, or texts that nobody has reviewed.
std::vector<std::string> status_of(content::Content const& content, content::Language const& language)
{
    std::vector<std::string> sentences;
    if (content.edition == content::Edition::demonstration)
        sentences.push_back(content.staff_words(language, "figures.status_demonstration"));
    auto const is_reviewed = [](content::WordsFile const& file) {
        return file.readers == content::Audience::visitors || file.review.reviewed;
    };
    if (content.staff.empty() || !std::all_of(content.words_files.begin(), content.words_files.end(), is_reviewed))
        sentences.push_back(content.staff_words(language, "figures.status_draft"));
    return sentences;
}

} // namespace

figures::DisplayNames make_display_names(content::Content const& content, content::Language const& language)
{
    NameLookup const names(content, language);
    figures::DisplayNames labels;
    labels.language = language;
    if (auto const formats = content.formats.find(language); formats != content.formats.end())
        labels.formats = formats->second;
    labels.words = [&content, language](std::string_view key) {
        return content.staff_words(language, std::string(key));
    };
    labels.counted = [&content, language](std::string_view key, std::int64_t count) {
        return content.staff_sentence(language, std::string(key), {{"count", std::to_string(count)}});
    };
    labels.item = [names](Measure measure, std::string_view item) { return names.item(measure, item); };
    labels.language_name = [names](std::string_view code) { return names.language_name(code); };
    labels.question = [names](std::string_view quiz, std::string_view id) { return names.question(quiz, id); };
    labels.answer = [names](std::string_view quiz, std::string_view question, std::string_view id) {
        return names.answer(quiz, question, id);
    };
    labels.right = [names](std::string_view quiz, std::string_view id, std::string_view answer) -> std::optional<bool> {
        auto const* question = names.find_question(quiz, id);
        if (!question || question->right.empty() ||
            std::find(question->answers.begin(), question->answers.end(), answer) == question->answers.end())
            return std::nullopt;
        return std::find(question->right.begin(), question->right.end(), answer) != question->right.end();
    };
    labels.campaign = [names](std::string_view id) { return names.series(id); };
    labels.country = [language](std::string_view code) { return country_name(code, language); };
    labels.guessing = [names](std::string_view quiz) -> std::optional<double> {
        auto const* found = names.quiz_named(quiz);
        auto const* asked = found ? found->find(found->pair) : nullptr;
        if (!asked) return std::nullopt;
        return guessing_chance(asked->kind == content::QuestionKind::several ? ChoiceMode::several : ChoiceMode::one,
                               static_cast<int>(asked->answers.size()));
    };
    labels.questions = [names](std::string_view quiz) {
        std::vector<std::string> ids;
        if (auto const* found = names.quiz_named(quiz))
            for (auto const& question : found->questions) ids.push_back(question.id);
        return ids;
    };
    labels.answers = [names](std::string_view quiz, std::string_view id) {
        auto const* question = names.find_question(quiz, id);
        return question ? question->answers : std::vector<std::string>();
    };
    labels.status = status_of(content, language);
    return labels;
}

} // namespace kiosk::naming
