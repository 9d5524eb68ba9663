from django.urls import path

from . import decision_urls, views

app_name = "worth"
CASE = "<slug:client>/initiatives/<uuid:initiative_id>/worth/"
ONE = f"{CASE}quantities/<uuid:quantity_id>/"
urlpatterns = [
    path(CASE, views.case, name="case"),
    path(f"{CASE}ask/", views.ask, name="ask"),
    path(f"{CASE}asked/<uuid:asking_id>/take-back/", views.take_back, name="take_back"),
    path(f"{CASE}heard/", views.use_heard, name="use_heard"),
    path(f"{CASE}heard/undo/", views.heard_undo, name="heard_undo"),
    path(f"{CASE}look/", views.look, name="look"),
    path(f"{CASE}quantities/new/", views.add_quantity, name="add_quantity"),
    path(f"{CASE}quantities/put-in/", views.put_in, name="put_in"),
    path(ONE, views.quantity, name="quantity"),
    path(f"{ONE}say/", views.say, name="say"),
    path(f"{ONE}try/", views.try_range, name="try"),
    path(f"{ONE}end/", views.quantity_end, name="quantity_end"),
    path(f"{ONE}again/", views.again, name="again"),
    path(f"{ONE}fact/", views.fact, name="fact"),
    path(f"{ONE}voices/<uuid:voice_id>/aside/", views.aside, name="aside"),
    path(f"{ONE}voices/<uuid:voice_id>/count/", views.count_again, name="count_again"),
    path(f"{CASE}formulas/", views.formulas, name="formulas"),
    path(f"{CASE}options/new/", views.option, name="add_option"),
    path(f"{CASE}options/<uuid:option_id>/", views.option, name="option"),
    path(f"{CASE}options/<uuid:option_id>/end/", views.option_end, name="option_end"),
    path(f"{CASE}steps/new/", views.step, name="add_step"),
    path(f"{CASE}steps/<uuid:step_id>/", views.step, name="step"),
    path(f"{CASE}steps/<uuid:step_id>/end/", views.step_end, name="step_end"),
    path(f"{CASE}settings/", views.settings, name="settings"),
    path(f"{CASE}who/", views.knower, name="knower"),
    path(f"{CASE}together/", views.pairs, name="pairs"),
    path(f"{CASE}together/<uuid:pair_id>/end/", views.end_pair, name="end_pair"),
    path(f"{CASE}history/", views.history, name="history"),
    path(f"{CASE}file/", views.take_in, name="take_in"),
    path(f"{CASE}file/<str:kind>/", views.export, name="export"),
    path(f"{CASE}politics/", views.politics, name="politics"),
    path(f"{CASE}politics/<uuid:thread>/erase/", views.erase, name="erase_politics"),
    path("<slug:client>/ranges/", views.our_ranges, name="our_ranges"),
    path("<slug:client>/ranges/mine/", views.my_ranges, name="my_ranges"),
    path("<slug:client>/ranges/practise/", views.practise, name="practise"),
    path("<slug:client>/asked-for-a-range/<uuid:asking_id>/", views.mine, name="mine"),
    path("<slug:client>/asked-for-a-range/<uuid:asking_id>/<path:step>/", views.mine, name="mine_step"),
    *decision_urls.urlpatterns,
]
