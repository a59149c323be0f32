#include "content/read/sentences.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

class Sources {
public:
    explicit Sources(Pack const& pack) : pack_(pack) {}

    std::vector<std::string> of(std::string const& folder, std::string const& key) const
    {
        auto const first = key.substr(0, key.find('.'));
        for (auto const& campaign : pack_.campaigns)
            if (folder == "campaigns/" + campaign.id) return of_page(campaign, first);
        for (auto const* guide : {&pack_.professionals, &pack_.support})
            if (folder == "guides/" + guide->id) return of_page(*guide, first);
        if (folder == "quiz/" + pack_.quiz.id) {
            auto const* question = pack_.quiz.find(first);
            return question ? named(question->sources) : std::vector<std::string>();
        }
        if (folder == "display/" + pack_.display.id)
            for (auto const& slide : pack_.display.slides)
                if (slide.id == first) return named(slide.sources);
        return folder == "reporting" ? of_reporting(key) : std::vector<std::string>();
    }

private:
    std::vector<std::string> named(std::vector<std::string> const& ids) const
    {
        std::vector<std::string> lines;
        for (auto const& id : ids)
            if (auto const* source = pack_.source(id))
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
            auto const* channel = pack_.reporting.channel(id);
            return channel ? std::vector{fmt::format("{} [{}]", channel->source, channel->confidence)}
                           : std::vector<std::string>();
        }
        // A place's name needs none.
        return group == "place" ? std::vector<std::string>() : named(pack_.reporting.sources);
    }

    Pack const& pack_;
};

std::string state_of(Pack const& pack, Text const& text)
{
    if (text.faulty) return "faulty: another language stands in";
    for (auto const& file : pack.words_files) {
        if (file.folder != text.folder || file.language != text.language) continue;
        if (file.review.changed)
            return fmt::format("changed after {} had reviewed it on {}", file.review.by, file.review.on);
        if (file.review.reviewed) return fmt::format("reviewed by {} on {}", file.review.by, file.review.on);
    }
    return "draft";
}

} // namespace

std::vector<Sentence> sentences(ReadPack const& read)
{
    Sources const sources(read.pack);
    std::vector<Sentence> sentences;
    std::map<std::pair<std::string, std::string>, std::size_t> places;
    for (auto const& text : read.texts) {
        if (text.readers != Readers::visitors) continue;
        auto const [at, is_new] = places.try_emplace({text.folder, text.key}, sentences.size());
        if (is_new) sentences.push_back({text.folder, text.key, sources.of(text.folder, text.key), {}});
        sentences[at->second].versions[text.language] = {text.shown, text.place, state_of(read.pack, text)};
    }
    return sentences;
}

} // namespace kiosk::content
