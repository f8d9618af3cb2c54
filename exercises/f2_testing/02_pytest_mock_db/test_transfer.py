import transfer

pytest_plugins = ["pytest_mock"]


def test_transfer(mocker):
    mocker.patch("bank_db.balance", return_value=500)
    assert transfer.transfer("AB0001", "CD0002", 200) == 300
