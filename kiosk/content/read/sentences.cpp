#include "content/read/sentences.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

class Sources {
public:
    explicit Sources(Content const& content) : content_(content) {}

    std::vector<std::string> of(std::string const& folder, std::string const& key) const
    {
        auto const first = key.substr(0, key.find('.'));
        for (auto const& campaign : content_.campaigns)
            if (folder == "campaigns/" + campaign.id) return of_page(campaign, first);
        for (auto const* guide : content_.all_series())
            if (folder == "guides/" + guide->id) return of_page(*guide, first);
        for (auto const& quiz : content_.quizzes)
            if (folder == "quiz/" + quiz.id) {
                auto const* question = quiz.find(first);
                return question ? named(question->sources) : std::vector<std::string>();
            }
        for (auto const& set : content_.scenes)
            if (folder == "scenes/" + set.id)
                if (auto const* scene = set.find(first)) return named(scene->sources);
        if (folder == "display/" + content_.display.id)
            for (auto const& slide : content_.display.slides)
                if (slide.id == first) return named(slide.sources);
        return folder == "reporting" ? of_reporting(key) : std::vector<std::string>();
    }

private:
    std::vector<std::string> named(std::vector<std::string> const& ids) const
    {
        std::vector<std::string> lines;
        for (auto const& id : ids)
            if (auto const* source = content_.source(id))
                lines.push_back(fmt::format("{}: {}. {}, {}{} [{}]", id, source->title, source->publisher,
                                            source->year.empty() ? "" : source->year + ", ", source->url,
                                            source->confidence));
        return lines;
    }

    std::vector<std::string> of_page(Series const& series, std::string const& id) const
    {
        for (auto const& page : series.pages)
            if (page.id == id) return named(page.sources);
        return {};
    }

    std::vector<std::string> of_reporting(std::string const& key) const
    {
        auto const dot = key.find('.');
        auto const group = key.substr(0, dot);
        auto const id = dot == std::string::npos ? key : key.substr(dot + 1, key.find('.', dot + 1) - dot - 1);
        if (group == "channel") {
            auto const* channel = content_.reporting.channel(id);
            return channel ? std::vector{fmt::format("{} [{}]", channel->source, channel->confidence)}
                           : std::vector<std::string>();
        }
        // A place's name needs none.
        return group == "place" ? std::vector<std::string>() : named(content_.reporting.sources);
    }

    Content const& content_;
};

std::string state_of(Content const& content, Text const& text)
{
    if (text.faulty) return "faulty: another language stands in";
    for (auto const& file : content.words_files) {
        if (file.folder != text.folder || file.language != text.language) continue;
        if (file.review.changed)
            return fmt::format("changed after {} had reviewed it on {}", file.review.by, file.review.on);
        if (file.review.reviewed) return fmt::format("reviewed by {} on {}", file.review.by, file.review.on);
    }
    return "draft";
}

} // namespace

std::vector<Sentence> sentences(ReadContent const& read)
{
    Sources const sources(read.content);
    std::vector<Sentence> sentences;
    std::map<std::pair<std::string, std::string>, std::size_t> places;
    for (auto const& text : read.texts) {
        if (text.readers != Audience::visitors) continue;
        auto const [at, is_new] = places.try_emplace({text.folder, text.key}, sentences.size());
        if (is_new) sentences.push_back({text.folder, text.key, sources.of(text.folder, text.key), {}});
        sentences[at->second].versions[text.language] = {text.shown, text.place, state_of(read.content, text)};
    }
    return sentences;
}

} // namespace kiosk::content
