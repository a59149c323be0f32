// The cards of the first screen: each opens something that is there.
#include "content/check/checking.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

void check_page(CheckContext& checking, HomeCard const& card)
{
    auto const& content = checking.content;
    auto const* series = content.series(card.opens);
    std::vector<std::string> known;
    for (auto const* one : content.all_series()) known.push_back(one->id);
    if (!series) {
        checking.error(location_of(card, "page"), fmt::format("there is no campaign or guide '{}'", card.opens),
                       nearest_or(card.opens, known, "write page = \"its id/the page's id\""));
        return;
    }
    if (checking.is_unread(series->place.file)) return;
    std::vector<std::string> pages;
    for (auto const& page : series->pages) pages.push_back(page.id);
    if (std::find(pages.begin(), pages.end(), card.page) == pages.end())
        checking.error(location_of(card, "page"), fmt::format("'{}' has no page '{}'", card.opens, card.page),
                       nearest_or(card.page, pages, "name one of its pages"));
}

// What a card opens may be in a file or a folder that could not be read.
bool all_is_read(Content const& content)
{
    auto const all = content.all_series();
    auto const is_lost = [](auto const& one) { return one.id.empty(); };
    return content.unread.empty() && !content.quizzes.empty() &&
           std::none_of(all.begin(), all.end(), [](Series const* series) { return series->id.empty(); }) &&
           std::none_of(content.quizzes.begin(), content.quizzes.end(), is_lost) &&
           std::none_of(content.scenes.begin(), content.scenes.end(), is_lost);
}

void check_opens(CheckContext& checking, HomeCard const& card)
{
    auto const& content = checking.content;
    switch (card.kind) {
    case HomeCardKind::page: return check_page(checking, card);
    case HomeCardKind::scenes:
        if (!content.scene_set(card.opens))
            checking.error(location_of(card, "scenes"), fmt::format("there is no set of scenes '{}'", card.opens),
                           "name one of scenes = […]");
        return;
    case HomeCardKind::quiz:
        if (!content.quiz(card.opens)) {
            std::vector<std::string> known;
            for (auto const& quiz : content.quizzes) known.push_back(quiz.id);
            checking.error(location_of(card, "quiz"), fmt::format("there is no quiz '{}'", card.opens),
                           nearest_or(card.opens, known, fmt::format("write quiz = \"{}\"", known.front())));
        }
        return;
    }
}

} // namespace

void check_home(CheckContext& checking)
{
    auto const& content = checking.content;
    std::set<std::string> pictures;
    std::vector<HomeCard> named;
    for (auto const& card : content.home)
        if (!card.id.empty()) named.push_back(card);
    checking.unique_ids(named, "card");
    for (auto const& card : content.home) {
        checking.picture(card.picture, location_of(card, "picture"));
        if (!card.picture.empty() && !pictures.insert(card.picture).second)
            checking.error(location_of(card, "picture"),
                           fmt::format("two cards of the first screen have the picture '{}'", card.picture),
                           "give one of them another");
        if (all_is_read(content)) check_opens(checking, card);
    }
}

} // namespace kiosk::content
